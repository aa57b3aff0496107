import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storyLink } from '../../../src/browse/pages/table/story-link.ts'
import { storyEvidence } from '../../../src/inspect/stories.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const { tables, dialects } = standardToolkit().mappings

test.each([
  ['peanut-allergy/ki.json', 'ki-r4/allergy', { example: 'peanut-allergy', form: 'ki', to: 'r4' }],
  ['peanut-allergy/r4.json', 'ki-r4/allergy', { example: 'peanut-allergy', form: 'r4', to: 'ki' }],
  ['peanut-allergy/kj.json', 'r4-eps/allergy', { example: 'peanut-allergy', form: 'kj', to: 'eps' }],
  ['peanut-allergy/eps.json', 'r4-eps/allergy', { example: 'peanut-allergy', form: 'eps', to: 'r4' }],
  ['portuguese-visitor/summary.json', 'kj-r4/allergy', { example: 'portuguese-visitor', form: 'eps', to: 'kj' }],
  ['dialects/sfm-xml/input.xml', 'sfm-xml/cave', { example: 'dialects/sfm-xml', form: 'kj', to: 'r4' }],
  ['dialects/no-basis/input.json', 'no-basis/allergy', { example: 'dialects/no-basis', form: 'r4', to: 'ki' }],
  ['dialects/no-basis/r4.json', 'no-basis/allergy', undefined],
  ['portuguese-visitor/imported-ki.json', 'ki-r4/allergy', undefined],
])('%s shows a row of %s', (document, table, link) => {
  expect(storyLink(document, table, dialects)).toEqual(link)
})

test('documents lead to examples that are there, and not to the form that they are in already', () => {
  const documents = new Set(Object.values(storyEvidence().rows).flatMap((row) => row.documents))
  for (const document of documents) {
    for (const { id } of tables) {
      const link = storyLink(document, id, dialects)
      if (link === undefined) continue
      expect(link.to).not.toBe(link.form)
      const folder = `examples/${link.example}`
      expect(existsSync(folder) && readdirSync(folder).length > 0).toBe(true)
    }
  }
})
