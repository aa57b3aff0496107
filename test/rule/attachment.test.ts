import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf } from './local.ts'

/** "abc", with its SHA-1. */
const data = 'YWJj'
const hash = 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0='

const rows: readonly (readonly [what: string, attachment: JsonObject, findings: readonly string[]])[] = [
  ['data alone', { contentType: 'text/plain', data }, []],
  ['its size', { contentType: 'text/plain', data, size: 3 }, []],
  ['another size', { contentType: 'text/plain', data, size: 4 }, ['FMT-014 Patient.photo[0].size']],
  ['its hash', { contentType: 'text/plain', data, hash }, []],
  ['another hash', { contentType: 'text/plain', data, hash: data }, ['FMT-014 Patient.photo[0].hash']],
  [
    'size and hash of what stands elsewhere',
    { contentType: 'text/plain', url: 'https://a.test', size: 4, hash: data },
    [],
  ],
  ['no base64', { contentType: 'text/plain', data: 'a', size: 1 }, ['FMT-003 Patient.photo[0].data']],
  ['white space in it', { contentType: 'text/plain', data: 'YW Jj', size: 3 }, ['FMT-003 Patient.photo[0].data']],
  ['a size that is a text', { contentType: 'text/plain', data, size: '3' }, ['FMT-001 Patient.photo[0].size']],
  ['data that is a number', { contentType: 'text/plain', data: 1, size: 3 }, ['FMT-001 Patient.photo[0].data']],
]

test.each(rows)('%s', (_what, attachment, findings) => {
  expect(findingsOf({ resourceType: 'Patient', photo: [attachment] })).toEqual(findings)
})
