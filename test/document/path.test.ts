import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, Path } from '../../src/document/json.ts'
import { isPlainName } from '../../src/document/name.ts'
import { parsePath, printPath, resolvePath } from '../../src/document/path.ts'
import { problems } from './problems.ts'

const cases: [Json, Path, string][] = [
  [{ resourceType: 'Bundle' }, ['entry', 3, 'resource', 'note', 0, 'text'], 'Bundle.entry[3].resource.note[0].text'],
  [{ resourceType: 'Patient' }, ['_birthDate'], 'Patient._birthDate'],
  [{ format: 'kritisk-informasjon' }, ['a', 0], 'kritiskInformasjon.a[0]'],
  [{ resourceType: 'not a name' }, [], '$'],
  [[], [0], '$[0]'],
  [{}, ['a-b', '$ref', '…'], '$.`a-b`.`$ref`.…'],
]

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'a`.b', 'a-b', 'Ola Nordmann', 'Kari Nordmann', '…', '…2', '7'),
)

function placesIn(value: Json, path: Path = []): Path[] {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [
    path,
    ...children.flatMap(([key, child]) => placesIn(child as Json, [...path, Array.isArray(value) ? Number(key) : key])),
  ]
}

describe('paths', () => {
  test.each(cases)('%j %j', (root, path, text) => {
    expect(printPath(root, path)).toBe(text)
    expect(parsePath(text)).toEqual(path)
  })

  test('parsePath is the inverse of printPath, where names are plain; others are not shown', () => {
    const path = fc.array(fc.oneof(fc.nat(), name))
    fc.assert(
      fc.property(path, (steps) => {
        const shown = steps.map((step) => (typeof step === 'number' || isPlainName(step) ? step : '…'))
        expect(parsePath(printPath({}, steps))).toEqual(shown)
      }),
    )
  })

  test('resolvePath is the inverse of printPath for what is in a document, whatever its names are', () => {
    const document = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant<Json>('x'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(document, (root) => {
        const all = placesIn(root)
        const texts = all.map((path) => printPath(root, path))
        expect(new Set(texts).size).toBe(all.length)
        expect(texts.map((text) => resolvePath(root, text))).toEqual(all)
      }),
    )
  })

  test('names that are not shown are counted within their object', () => {
    const root: Json = { 'Ola N': 1, status: { 'Å b': 1, '…2': 2 }, 'Kari N': 3 }
    expect([['Kari N'], ['status', '…2'], ['Per N']].map((path) => printPath(root, path))).toEqual([
      '$.…2',
      '$.status.…2',
      '$.…',
    ])
    expect(resolvePath(root, '$.…3')).toEqual(['…3'])
  })

  test('a path that is typed may name any key', () => {
    expect(parsePath('$.`0`.`a\\`b\\\\c`.`a\\u000ab`.`Ola Nordmann`')).toEqual(['0', 'a`b\\c', 'a\nb', 'Ola Nordmann'])
  })

  test.each(['', '.a', 'a..b', 'a[x]', 'a[01]', 'a[-1]', 'a.`b', 'a.b-c', 'a b'])('%j is no path', (text) => {
    expect(problems(() => parsePath(text))[0]).toMatch(/^DOC-060 1:/)
  })
})
