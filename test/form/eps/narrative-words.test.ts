import { describe, expect, test } from 'vitest'
import { timeText } from '../../../src/form/eps/narrative-words.ts'
import type { JsonObject } from '../../../src/index.ts'

const absent = (valueCode: string): JsonObject => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode }],
})
const years = (value: number): JsonObject => ({ value, unit: 'år', system: 'http://unitsofmeasure.org', code: 'a' })

/** The text without its marks of language. */
const plain = (resource: JsonObject) => timeText(resource, 'onset')?.replaceAll(/<[^>]+>/g, '')

describe('when something was, in words', () => {
  test.each<[JsonObject, string | undefined]>([
    [{ onsetDateTime: '2019-05' }, '2019-05'],
    [{ onsetAge: { ...years(7), comparator: '<' } }, 'Alder (age) &lt; 7 år (years)'],
    [{ onsetRange: { low: years(3), high: years(5) } }, 'Alder (age) fra (from) 3 år (years) til (to) 5 år (years)'],
    [{ onsetRange: { high: { value: 5, code: 'a' } } }, 'Alder (age) til (to) 5 år (years)'],
    [{ onsetString: 'som barn' }, 'som barn'],
    [{ _onsetDateTime: absent('not-asked') }, 'Ikke spurt om (not asked)'],
    [{ _onsetDateTime: absent('asked-unknown') }, 'Spurt om, ukjent (asked, unknown)'],
    [{ _onsetString: absent('masked') }, 'Skjult (masked)'],
    [{ _onsetDateTime: absent('constructor') }, 'Ukjent (unknown)'],
    [{ _onsetDateTime: {} }, 'Ukjent (unknown)'],
    [{}, undefined],
  ])('%j', (resource, expected) => {
    expect(plain(resource)).toBe(expected)
  })
})
