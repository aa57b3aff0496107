import { describe, expect, test } from 'vitest'
import { configProblems } from '../../../src/cli/config/check.ts'
import type { DocumentGroup } from '../../../src/cli/init/find-documents.ts'
import { proposeConfig } from '../../../src/cli/init/propose.ts'

const group = (change: Partial<DocumentGroup>): DocumentGroup => ({
  folder: '',
  extension: '.json',
  files: 2,
  documents: ['a.json', 'b.json'],
  forms: ['r4'],
  isPure: true,
  ...change,
})
const propose = (...groups: readonly Partial<DocumentGroup>[]) =>
  proposeConfig({ groups: groups.map(group), hasShorthand: false, schema: undefined })
const inputs = (...groups: readonly Partial<DocumentGroup>[]) =>
  (propose(...groups).config.validate as { input: string[] }).input

describe('what is proposed to be validated', () => {
  test('a folder of documents, as a pattern', () => {
    expect(inputs({ folder: 'a' })).toEqual(['a/*.json'])
  })

  test('a tree of them, as one pattern for each kind of file', () => {
    expect(inputs({ folder: 'a' }, { folder: 'a/b/c' }, { folder: 'a', extension: '.xml' })).toEqual([
      'a/**/*.json',
      'a/*.xml',
    ])
  })

  test('documents among other files, by name, and nothing beside them', () => {
    expect(
      inputs(
        { folder: 'a', documents: ['a/x.json'], isPure: false },
        { folder: 'a/b' },
        { folder: 'a/c', documents: [], isPure: false, forms: [] },
      ),
    ).toEqual(['a/x.json', 'a/b/*.json'])
  })

  test('few documents in the root by name, many by a pattern', () => {
    expect(inputs({})).toEqual(['a.json', 'b.json'])
    expect(inputs({ files: 21 })).toEqual(['*.json'])
  })

  test('what SUSHI is going to write', () => {
    const { config, lines } = proposeConfig({ groups: [], hasShorthand: true, schema: undefined })
    expect(config).toMatchObject({ validate: { input: ['fsh-generated/resources/*.json'] } })
    expect(lines).toEqual(['fsh-generated/resources/*.json: nothing yet; SUSHI writes it'])
  })

  test('a place to be filled in where there is nothing', () => {
    const { config, lines } = propose()
    expect(config).toEqual({ validate: { input: ['documents'], 'fail-on': 'error' } })
    expect(lines).toEqual(['No documents were found. Put the folder of yours in the place of "documents".'])
  })
})

test.each<readonly [forms: DocumentGroup['forms'], convert: unknown]>([
  [['kj'], { input: ['a/*.json'], to: 'eps', output: 'summaries' }],
  [['ki', 'eps'], { input: ['a/*.json'], to: 'eps', output: 'summaries' }],
  [['eps'], { input: ['a/*.json'], to: 'ki', output: 'records' }],
  [['r4'], undefined],
])('documents of %j are proposed to be converted to what they are for', (forms, convert) => {
  expect(propose({ folder: 'a', forms }).config.convert).toEqual(convert)
})

test('a proposal is a config, and says what its patterns stand for', () => {
  const groups = [group({ folder: 'a', forms: ['ki', 'kj'] }), group({ folder: 'b', files: 1, forms: ['eps'] })]
  const { config, lines } = proposeConfig({ groups, hasShorthand: true, schema: './schema.json' })
  expect(configProblems(config)).toEqual([])
  expect(lines).toEqual([
    'a/*.json: 2 files (ki, kj)',
    'b/*.json: 1 file (eps)',
    'fsh-generated/resources/*.json: nothing yet; SUSHI writes it',
  ])
})
