import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recordServices as ask } from '../../../src/browse/engine/record.ts'
import { safetyOrder } from '../../../src/browse/engine/record/ledger-groups.ts'
import type { Side } from '../../../src/browse/engine/record/plain.ts'
import { type Form, forms } from '../../../src/form/detect.ts'
import { KritinfoError } from '../../../src/issue/issue.ts'
import { stories } from '../../stories.ts'

const now = '2026-01-01T00:00:00Z'
const textOf = (story: string, form: Form) => readFileSync(`examples/${story}/${form}.json`, 'utf8')
const all = (side: Side, count: number) => ask.recordLines({ side, first: 0, count })

function converted(story: string, from: Form, to: Form) {
  ask.recordOpen(textOf(story, from))
  return ask.recordConvert({ to, now, patient: textOf(story, 'ki') })
}

describe.each(stories)('%s', (story) => {
  test.each(forms)('%s is laid out as JSON is', (form) => {
    const { lines } = converted(story, form, form === 'eps' ? 'ki' : 'eps')
    const text = all('input', lines.input).map((line) => {
      const name = line.name === undefined ? '' : `${line.name}: `
      return `${'  '.repeat(line.depth)}${name}${line.text}${line.comma ? ',' : ''}`
    })
    const expected = JSON.stringify(JSON.parse(textOf(story, form)), undefined, 2).split('\n')
    expect(text.map((line) => line.slice(0, 120))).toEqual(expected.map((line) => line.slice(0, 120)))
  })

  test.each(forms)('%s: leaves, groups of the ledger and lines agree', (form) => {
    for (const to of forms.filter((one) => one !== form)) {
      const { leaves, groups, lines } = converted(story, form, to)
      expect(all('input', lines.input).filter(({ kind }) => kind === 'leaf')).toHaveLength(leaves.total)
      for (const { safety, count } of groups) {
        const entries = ask.recordLedger({ safety, first: 0, count: count + 10 })
        expect(entries).toHaveLength(count)
        for (const { line, path, side } of entries) {
          // What was added to the output may be an object as a whole.
          expect(line).toBeDefined()
          if (side === undefined) expect(ask.recordLeaf({ side: 'input', line: line as number })?.place).toBe(path)
        }
      }
      expect(groups.map(({ safety }) => safetyOrder.indexOf(safety))).toEqual(
        groups.map(({ safety }) => safetyOrder.indexOf(safety)).sort((one, other) => one - other),
      )
    }
  })
})

test('what is not seen, or turns the text around it, stands escaped', () => {
  const given = JSON.parse(textOf('peanut-allergy', 'ki'))
  given.pasient.navn.etternavn = 'Nord\u202emann'
  ask.recordOpen(JSON.stringify(given))
  const { lines } = ask.recordConvert({ to: 'eps', now })
  const text = all('input', lines.input).find((line) => line.text.startsWith('"Nord'))?.text
  expect(text).toBe('"Nord\\u202emann"')
})

test('a leaf names its rows, its counterparts and their lines', () => {
  converted('peanut-allergy', 'ki', 'eps')
  const place = 'kritiskInformasjon.registreringer[0].alvorlighetsgrad'
  const [line] = ask.recordFind({ side: 'input', places: [place] })
  const leaf = ask.recordLeaf({ side: 'input', line: line as number })
  expect(leaf).toMatchObject({ place, side: 'input' })
  expect(leaf?.steps[0]).toMatchObject({ row: 'allergy.criticality', table: 'ki-r4/allergy' })
  const [counterpart] = leaf?.counterparts ?? []
  expect(counterpart?.place).toMatch(/\.criticality$/)
  const back = ask.recordLeaf({ side: 'output', line: counterpart?.line as number })
  expect(back?.counterparts).toContainEqual({ place, line })
})

test('lines that are no leaf have nothing to say, and windows end with the document', () => {
  const { lines } = converted('peanut-allergy', 'ki', 'r4')
  expect(ask.recordLeaf({ side: 'input', line: 0 })).toBeUndefined()
  expect(ask.recordLeaf({ side: 'input', line: 1_000_000 })).toBeUndefined()
  expect(ask.recordLines({ side: 'output', first: lines.output - 2, count: 50 })).toHaveLength(2)
})

test('places: that of an object, of what is missing in it, of one resource of a Bundle, and of nothing', () => {
  converted('peanut-allergy', 'ki', 'eps')
  const [object, missing, alias, nowhere, none] = ask.recordFind({
    side: 'output',
    places: [
      'Bundle.entry[0].resource',
      'Bundle.entry[0].resource.nothing[2]',
      'AllergyIntolerance[0].criticality',
      'x',
      'a..b',
    ],
  })
  expect(object).toBe(missing)
  expect(ask.recordLeaf({ side: 'output', line: alias as number })?.place).toMatch(/resource\.criticality$/)
  expect([nowhere, none]).toEqual([undefined, undefined])
})

test('what cannot be read is told with its place', () => {
  const problem = (content: string) => {
    try {
      ask.recordOpen(content)
    } catch (found) {
      if (found instanceof KritinfoError) return found.issues[0]
      throw found
    }
    return undefined
  }
  expect(problem('{"resourceType": "Patient",\n  "id": }')).toMatchObject({ line: 2 })
  expect(problem('{"a": 1}')).toMatchObject({ code: 'CNV-001', line: 1, column: 1 })
  expect(problem('')).toMatchObject({ code: 'DOC-002' })
})

test('a summary without a patient is refused as on the command line', () => {
  const { resourceType, type, entry } = JSON.parse(textOf('peanut-allergy', 'kj'))
  const others = entry.filter((one: { resource: { resourceType: string } }) => one.resource.resourceType !== 'Patient')
  ask.recordOpen(JSON.stringify({ resourceType, type, entry: others }))
  expect(() => ask.recordConvert({ to: 'eps', now })).toThrow(/CNV-003/)
})

test('findings of both sides have places that have lines', () => {
  const content = textOf('peanut-allergy', 'kj').replace('"verificationStatus"', '"verificationStatu"')
  ask.recordOpen(content)
  const options = { to: 'ki', now } as const
  ask.recordConvert(options)
  const { issues, count, errors } = ask.recordCheck({ side: 'input', content, options })
  expect(errors).toBeGreaterThan(0)
  expect(count).toBe(issues.length)
  expect(issues[0]?.severity).toBe('error')
  expect(issues[0]?.line).toBeGreaterThan(1)
  expect(ask.recordFind({ side: 'input', places: issues.map(({ path }) => path) })).not.toContain(undefined)
  expect(ask.recordCheck({ side: 'output', content, options }).errors).toBe(0)
})

describe('a trip there and back', () => {
  const trip = (story: string, hasBase: boolean, withSame = false) =>
    ask.recordTrip({
      content: textOf(story, 'kj'),
      options: { to: 'eps', now, carry: 'none', patient: textOf(story, 'ki') },
      hasBase,
      withSame,
    })

  test('tells what was lost, and with a base nothing is', () => {
    const without = trip('whole-register', false)
    expect(without.changes.length).toBeGreaterThan(0)
    expect(without.changes.every(({ state }) => state !== 'same')).toBe(true)
    const { counts, changes } = trip('whole-register', true)
    expect(changes).toEqual([])
    expect(counts).toMatchObject({ changed: 0, missing: 0, added: 0 })
    expect(counts.same).toBe(without.counts.same + without.counts.changed + without.counts.missing)
  })

  test('lists what is the same if asked', () => {
    const { counts, changes } = trip('peanut-allergy', true, true)
    expect(changes).toHaveLength(counts.same)
    expect(changes[0]).toMatchObject({ state: 'same', before: changes[0]?.after })
  })
})

test('narratives: the summary, then its sections; each resource elsewhere; none in the ki form', () => {
  converted('peanut-allergy', 'eps', 'ki')
  const { parts, others } = ask.recordNarratives({ side: 'input' })
  expect(others).toBe(0)
  expect(parts.some(({ kind }) => kind === 'section')).toBe(true)
  expect(parts.every(({ nodes }) => nodes !== undefined)).toBe(true)
  expect(ask.recordNarratives({ side: 'output' }).parts).toEqual([])
})

test('the output can be opened in its turn', () => {
  converted('peanut-allergy', 'ki', 'kj')
  const content = ask.recordOutput({})
  expect(ask.recordOpen(content).form).toBe('kj')
})
