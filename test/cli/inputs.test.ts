import { relative } from 'node:path'
import { expect, test } from 'vitest'
import { inputsOf, isNdjson } from '../../src/cli/inputs.ts'
import { workplace } from '../scenarios/run.ts'

const place = workplace()

test('a file that is named in several ways is one input, by the name that it was given first', () => {
  const file = place.write('a.json', '{}')
  const near = relative('', file)
  const { paths, many } = inputsOf([near, `./${near}`, file, place.folder], undefined)
  expect([paths, many]).toEqual([[near], true])
  expect(inputsOf([file, `${place.folder}/./a.json`], undefined)).toMatchObject({ paths: [file], many: false })
})

test('names of files of lines', () => {
  const names = ['a.ndjson', 'a.NDJSON.gz', 'a.jsonl', 'a.jsonl.gz', 'a.json', 'a.json.gz', 'jsonl']
  expect(names.filter(isNdjson)).toEqual(names.slice(0, 4))
})
