import { describe, expect, test } from 'vitest'
import { configProblems } from '../../../src/cli/config/check.ts'
import type { DocumentGroup, FoundDocument } from '../../../src/cli/init/find-documents.ts'
import { proposeConfig } from '../../../src/cli/init/propose.ts'

interface Kind extends Partial<Omit<DocumentGroup, 'documents'>> {
  documents?: readonly string[]
  forms?: readonly FoundDocument['form'][]
}
/** A folder in which every file is a document, unless its documents are named. */
const group = ({ forms = ['r4'], documents = ['a.json', 'b.json'], ...change }: Kind): DocumentGroup => ({
  folder: '',
  extension: '.json',
  files: 2,
  looked: 2,
  documents: documents.map((path, index) => ({ path, form: forms[index % forms.length] ?? 'r4' })),
  ...change,
})
const propose = (...groups: readonly Kind[]) =>
  proposeConfig({ groups: groups.map(group), hasShorthand: false, schema: undefined })
const inputs = (...groups: readonly Kind[]) => (propose(...groups).config.validate as { input: string[] }).input

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
      inputs({ folder: 'a', documents: ['a/x.json'] }, { folder: 'a/b' }, { folder: 'a/c', documents: [] }),
    ).toEqual(['a/x.json', 'a/b/*.json'])
  })

  test('few documents in the root by name, many by a pattern', () => {
    expect(inputs({})).toEqual(['a.json', 'b.json'])
    const documents = Array.from({ length: 21 }, (_, index) => `${index}.json`)
    expect(inputs({ files: 21, looked: 21, documents })).toEqual(['*.json'])
  })

  test('all of a folder that is too large to look at each of its files, though some are no documents', () => {
    const { config, lines } = propose({ folder: 'a', files: 40, looked: 3 })
    expect(config).toMatchObject({ validate: { input: ['a/*.json'] } })
    expect(lines).toEqual(['a/*.json: 40 files (r4); some of them are no documents'])
    expect(inputs({ folder: 'a', files: 40, looked: 3, documents: [] })).toEqual(['documents'])
  })

  test('each file that is named with what it is, and packed ones by their names', () => {
    const { config, lines } = propose({ forms: ['r4', 'ki'] }, { folder: 'a', extension: '.ndjson.gz', forms: ['kj'] })
    expect(lines).toEqual(['a.json: 1 file (r4)', 'b.json: 1 file (ki)', 'a/*.ndjson.gz: 2 files (kj)'])
    expect(config).toMatchObject({ convert: { input: ['b.json', 'a/*.ndjson.gz'], to: 'eps' } })
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

test.each<readonly [forms: readonly FoundDocument['form'][], convert: unknown]>([
  [['kj'], { input: ['a/*.json'], to: 'eps', output: 'summaries' }],
  [['ki', 'eps'], { input: ['a/*.json'], to: 'eps', output: 'summaries' }],
  [['eps'], { input: ['a/*.json'], to: 'ki', output: 'records' }],
  [['r4'], undefined],
])('documents of %j are proposed to be converted to what they are for', (forms, convert) => {
  expect(propose({ folder: 'a', forms }).config.convert).toEqual(convert)
})

test('lines are proposed to be converted to lines of one file', () => {
  const lines = { folder: 'a', extension: '.ndjson', forms: ['kj'] } as const
  expect(propose(lines).config.convert).toMatchObject({ output: 'summaries.ndjson' })
  expect(propose(lines, { folder: 'b', forms: ['ki'] }).config.convert).toMatchObject({ output: 'summaries' })
})

test('a proposal is a config, and says what its patterns stand for', () => {
  const groups = [
    group({ folder: 'a', forms: ['ki', 'kj'] }),
    group({ folder: 'b', files: 1, looked: 1, documents: ['b/a.json'], forms: ['eps'] }),
  ]
  const { config, lines } = proposeConfig({ groups, hasShorthand: true, schema: './schema.json' })
  expect(configProblems(config)).toEqual([])
  expect(lines).toEqual([
    'a/*.json: 2 files (ki, kj)',
    'b/*.json: 1 file (eps)',
    'fsh-generated/resources/*.json: nothing yet; SUSHI writes it',
  ])
})
