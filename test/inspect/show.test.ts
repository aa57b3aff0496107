import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mappingCheckKit } from '../../src/check-mappings.ts'
import { standardToolkit } from '../../src/index.ts'
import { type ShowKit, type Shown, show, shownNames } from '../../src/inspect/show.ts'
import { storyEvidence } from '../../src/inspect/stories.ts'
import { showText } from '../../src/report/mapping/show.ts'

const { mappings } = standardToolkit()
const kit: ShowKit = {
  mappings,
  check: mappingCheckKit(JSON.parse(readFileSync('profiles/kritinfo.ki/ki.schema.json', 'utf8'))),
  evidence: storyEvidence(),
}

test('everything that has a name can be shown, as text of any width', () => {
  for (const name of shownNames(kit)) {
    const shown = show(name, kit)
    expect(shown, name).toBeDefined()
    for (const width of [80, 140]) expect(shown && showText(shown, width)).toMatch(/\S/)
  }
})

test('a row: both sides with what the profile says, its assumptions in full, and its evidence', () => {
  expect(show('allergy.criticality', kit)).toMatchObject({
    kind: 'row',
    left: [{ id: 'registrering.alvorlighetsgrad', cardinality: '0..1', words: expect.arrayContaining(['alvorlig']) }],
    right: [
      {
        id: 'AllergyIntolerance.criticality',
        cardinality: '0..1',
        types: ['code'],
        binding: { strength: 'required' },
        profile: expect.stringContaining('allergyIntolerance-eu-core'),
      },
    ],
    assumptions: [{ id: 'A-7520-criticality', statement: expect.any(String) }],
    evidence: { documents: expect.arrayContaining(['peanut-allergy/ki.json']) },
  })
})

test('an element: the rows of every edge that name it, or what holds it', () => {
  const shown = show('AllergyIntolerance.criticality', kit)
  const uses = shown?.kind === 'element' ? shown.uses : []
  expect(uses.map((use) => use.row.id)).toEqual(
    expect.arrayContaining(['allergy.criticality', 'eps.allergy.criticality']),
  )
  const inner = show('registrering.registrert.av.hprNummer', kit)
  expect(inner?.kind === 'element' && inner.uses.every((use) => use.names === 'what holds it')).toBe(true)
})

test('a code, with who translates with it', () => {
  expect(show('7497-snomed#1', kit)).toMatchObject({ kind: 'code', table: '7497-snomed', row: { right: '39579001' } })
})

test('a criterion, with all that it asks', () => {
  const text = showText(show('import.condition.over', kit) as Shown, 140)
  expect(text).toMatch(/^when +Condition\.clinicalStatus\.coding\.code is inactive \| remission \| resolved$/m)
  expect(text).toMatch(/critical-conditions, or the record is flagged/)
  expect(showText(show('import.other', kit) as Shown, 140)).toMatch(/^when +always$/m)
})

test('a dialect, what it asks for, and a slice', () => {
  expect(showText(show('no-basis', kit) as Shown, 140)).toMatch(
    /^no-basis — dialect {2}\(dialects\/no-basis\.yaml:\d+\)/,
  )
  expect(showText(show('no-basis.reaction.min', kit) as Shown, 140)).toMatch(/bound of no-basis.*at least 1/s)
  expect(showText(show('extension:presumed', kit) as Shown, 140)).toMatch(/^left +url = http/m)
})

test('what ledgers name beside rows: steps of the code, and what begins as one', () => {
  for (const name of ['sfm.kinds', 'sfm-xml.agent', 'container.sfm.bundle', 'eps.unmapped'])
    expect(show(name, kit), name).toMatchObject({ kind: 'step' })
})

test('a name that is none', () => {
  expect(show('nothing.like.it', kit)).toBeUndefined()
})
