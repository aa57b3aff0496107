import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/index.ts'
import { to } from '../../laws/kit.ts'
import { document, recordOf, sectionOf, summaryOf } from './records.ts'

/** What people read of a record, in both languages. */
function textOf(kind: string, section: string, changes: JsonObject = {}): string {
  const { output } = summaryOf(kind, changes, { carry: 'none' })
  return sectionOf(output.root, section)?.text.replaceAll(/<[^>]*>/g, '') ?? ''
}

test('a treatment that goes on says so, and when it began', () => {
  const text = textOf('6', '47519-4')
  expect(text).toContain('Warfarin')
  expect(text).toContain('Pågår (ongoing)')
  expect(text).toContain('Startet (started): 2019-03')
  expect(text).not.toContain('completed')
})

test('an implant is told with what it is and since when, or at what age', () => {
  expect(textOf('7', '46264-8')).toContain('Pacemaker')
  expect(textOf('7', '46264-8')).toContain('I bruk (in use)')
  expect(textOf('7', '46264-8')).toContain('fra (from) 2018-05-04')
  const aged = textOf('7', '46264-8', { implantert: { alder: { verdi: 54, enhet: 'a' } } })
  expect(aged).toContain('Implantert (implanted): Alder (age) 54 år (years)')
})

test('a limitation of treatment is told in words, with goal and reason, and that it is in force', () => {
  const text = textOf('11', '42348-3')
  for (const part of [
    'Behandlingsavklaring',
    'no resuscitation',
    'Gjelder (in force)',
    'Lindring',
    'Alvorlig sykdom',
    'Varig',
  ])
    expect(text).toContain(part)
})

test('problems say of what kind they are, and never a number instead of a name', () => {
  expect(textOf('3', '11450-4')).toContain('Intubasjonsproblem (intubation problem)')
  expect(textOf('3', '104605-1')).toContain('Intubasjonsproblem (intubation problem)')
  expect(textOf('3', '104605-1')).not.toMatch(/>3</)
})

test('whatever was written is text and no markup', () => {
  const { output } = summaryOf('9', {}, { carry: 'none' })
  expect(sectionOf(output.root, '104605-1')?.text).toContain('Se &lt;journal&gt;')
})

describe('a date to warn until', () => {
  const passed = { gyldigTil: '2026-11-22' }
  const coming = { gyldigTil: '2026-11-23' }

  test.each([
    ['6', '47519-4', 'does not mean that it is over'],
    ['7', '46264-8', 'does not mean that it is over'],
    ['8', '42348-3', 'it is still in force'],
    ['9', '104605-1', 'no longer holds'],
    ['10', '11450-4', 'does not mean that it is over'],
    ['11', '42348-3', 'it is still in force'],
  ])('of kind %s, when the day has come', (kind, section, words) => {
    expect(textOf(kind, section, passed)).toContain(words)
    expect(textOf(kind, section, coming)).not.toContain(words)
    expect(textOf(kind, section, coming)).toContain('2026-11-23')
  })

  test('given as a month has come when the month is over', () => {
    expect(textOf('6', '47519-4', { gyldigTil: '2026-11' })).not.toContain('does not mean')
    expect(textOf('6', '47519-4', { gyldigTil: '2026-10' })).toContain('does not mean')
  })

  test('goes by the clock that the document was given, and by no other', () => {
    const input = document(recordOf('9', { gyldigTil: '2030-01-01' }))
    const { output } = to('eps', input, { now: '2030-01-01T00:00:00Z' })
    expect(sectionOf(output.root, '104605-1')?.text).toContain('no longer holds')
  })
})

test('a specification stands beside the code that it specifies, in the heading and in the alert', () => {
  const behandling = { koder: [{ system: '7517', kode: 'EKS-3', visning: 'Venteliste' }], spesifisering: 'Nyre' }
  expect(textOf('6', '47519-4', { behandling })).toContain('Venteliste: Nyre')
  const { output } = summaryOf('6', { behandling }, { carry: 'none' })
  expect(sectionOf(output.root, '104605-1')?.text).toContain('Venteliste: Nyre')
  const repeated = { ...behandling, spesifisering: 'På venteliste for nyre' }
  expect(textOf('6', '47519-4', { behandling: repeated })).not.toContain('Venteliste: ')
})

test('a clarification of treatment is not called more than it says', () => {
  expect(textOf('11', '104605-1')).toContain('it may say no resuscitation')
})
