import { expect, test } from 'vitest'
import { type ConvertOptions, settingsOf } from '../../src/convert/settings.ts'

const good: ConvertOptions = { to: 'eps', now: '2026-11-22T12:00:00Z' }
const withWrong = (name: string, value: unknown) => () => settingsOf({ ...good, [name]: value } as ConvertOptions)

test.each([
  ['to', 'fhir'],
  ['to', undefined],
  ['from', 'fhir'],
  ['carry', 'q'],
  ['refuted', 'toString'],
  ['alerts', null],
  ['import', 'some'],
  ['now', 'x'],
  ['now', '2026-02-30T12:00:00Z'],
  ['now', '2026-11-22'],
  ['now', undefined],
])('a caller without types who gives %s as %s is told', (name, value) => {
  expect(withWrong(name, value)).toThrow(RangeError)
  expect(withWrong(name, value)).toThrow(`"${name}"`)
})

test('what is left out is as it is described', () => {
  expect(settingsOf({ ...good, carry: undefined } as unknown as ConvertOptions)).toMatchObject({
    carry: 'attachment',
    refuted: 'include',
    alerts: 'derive',
    import: 'critical',
  })
})
