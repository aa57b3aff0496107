import { expect, test } from 'vitest'
import { bytesBefore } from '../../../src/cli/stream/source.ts'
import { workplace } from '../../scenarios/run.ts'

const place = workplace()

test('the bytes before a place are those of whole inputs and of the one that is half read, unless it is packed', () => {
  place.write('a.ndjson', '12345\n')
  place.write('b.ndjson', '1234567890\n')
  place.write('c.ndjson.gz', 'packed')
  const paths = ['a.ndjson', 'b.ndjson', 'c.ndjson.gz', '-'].map((name) => (name === '-' ? name : place.path(name)))
  const at = (input: number, byte: number) => bytesBefore(paths, { input, byte, line: 1 })
  expect([at(0, 0), at(0, 3), at(1, 4), at(2, 500), at(3, 0), at(4, 0)]).toEqual([0, 3, 10, 17, 23, 23])
})
