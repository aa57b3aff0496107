import { expect, test } from 'vitest'
import { nearTo, suggest } from '../../src/document/suggest.ts'

test('the name that was most likely meant, and none where a guess would be wild', () => {
  const known = ['A-updater-url', 'allergy.status', 'fodselsdato']
  expect(suggest('A-updater-ulr', known)).toBe('A-updater-url')
  expect(suggest('Fødselsdato', known)).toBe('fodselsdato')
  expect(suggest('A-recorder', known)).toBeUndefined()
})

test('as a remark behind the name, or nothing', () => {
  expect(nearTo('allergy.statu', ['allergy.status'])).toBe(' (allergy.status?)')
  expect(nearTo('allergy.statu', ['reaction.severity'])).toBe('')
})
