import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, Path } from '../../src/document/json.ts'
import { shownName } from '../../src/document/name.ts'
import { parsePath, printPath } from '../../src/document/path.ts'
import { problems } from './problems.ts'

const cases: [Json, Path, string][] = [
  [{ resourceType: 'Bundle' }, ['entry', 3, 'resource', 'note', 0, 'text'], 'Bundle.entry[3].resource.note[0].text'],
  [{ resourceType: 'Patient' }, ['_birthDate'], 'Patient._birthDate'],
  [{ format: 'kritisk-informasjon' }, ['a', 0], 'kritiskInformasjon.a[0]'],
  [{ resourceType: 'not a name' }, [], '$'],
  [[], [0], '$[0]'],
  [{}, ['a-b', '$ref', '…'], '$.`a-b`.`$ref`.…'],
]

describe('paths', () => {
  test.each(cases)('%j %j', (root, path, text) => {
    expect(printPath(root, path)).toBe(text)
    expect(parsePath(text)).toEqual(path)
  })

  test('parsePath is the inverse of printPath, where names are plain; others are not shown', () => {
    const path = fc.array(
      fc.oneof(fc.nat(), fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'a`.b', 'a-b', 'Ola Nordmann')),
    )
    fc.assert(
      fc.property(path, (steps) => {
        const shown = steps.map((step) => (typeof step === 'number' ? step : shownName(step)))
        expect(parsePath(printPath({}, steps))).toEqual(shown)
      }),
    )
  })

  test('a path that is typed may name any key', () => {
    expect(parsePath('$.`0`.`a\\`b\\\\c`.`a\\u000ab`.`Ola Nordmann`')).toEqual(['0', 'a`b\\c', 'a\nb', 'Ola Nordmann'])
  })

  test.each(['', '.a', 'a..b', 'a[x]', 'a[01]', 'a[-1]', 'a.`b', 'a.b-c', 'a b'])('%j is no path', (text) => {
    expect(problems(() => parsePath(text))[0]).toMatch(/^DOC-060 1:/)
  })
})
