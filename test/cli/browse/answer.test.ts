import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answer, type Question } from '../../../src/cli/browse/answer.ts'
import { Packer } from '../../../src/cli/browse/packed.ts'

const page = '<h1>kritinfo</h1>'.repeat(20)
const packer = new Packer(
  new Map([
    ['index.html', () => Buffer.from(page)],
    ['data/mappings.js', () => Buffer.from('tables')],
  ]),
)
const host = 'localhost:4717'

function ask({ method = 'GET', url = '/', headers = {} }: Partial<Question>): Answer {
  return answer({ method, url, headers: { host, ...headers } }, packer, 4717)
}

test('the first page, and files by their names', () => {
  expect(ask({})).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
  expect(ask({ url: '/?a=b' }).body.toString()).toBe(page)
  expect(ask({ url: '/data/mappings.js' })).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'content-length': '6', 'cache-control': 'no-cache' },
  })
})

describe('Host', () => {
  test.each(['127.0.0.1:4717', 'localhost:4717', 'LOCALHOST:4717', '[::1]:4717'])('%s is this machine', (own) => {
    expect(ask({ headers: { host: own } }).status).toBe(200)
  })
  test.each(['kritinfo.example:4717', '127.0.0.1', '127.0.0.1:80', 'localhost.example:4717', '10.0.0.1:4717', ''])(
    '"%s" is not',
    (other) => {
      expect(ask({ headers: { host: other } })).toMatchObject({ status: 403 })
    },
  )
  test('none is none', () => {
    expect(answer({ method: 'GET', url: '/', headers: {} }, packer, 4717).status).toBe(403)
  })
  test('port 80 is left out of addresses', () => {
    expect(answer({ method: 'GET', url: '/', headers: { host: 'localhost' } }, packer, 80).status).toBe(200)
  })
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', ''])('%s is not for reading', (method) => {
  expect(ask({ method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

test('HEAD says what GET says, and nothing more', () => {
  const { status, headers, body } = ask({ method: 'HEAD' })
  expect([status, body]).toEqual([200, ''])
  expect(headers).toEqual(ask({}).headers)
})

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/data/../index.html',
  '/data',
  '/data/',
  '//index.html',
  '/%00',
  '/%E0',
  '/%',
  'http://elsewhere.example/',
  '*',
  '',
  '/constructor',
  '/__proto__',
])('%s is no file of the site', (url) => {
  expect(ask({ url }).status).toBe(404)
})

test('whatever the target, nothing but the files of the site is given', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webPath()), (url) => {
      const { status, body } = ask({ url })
      expect(status === 404 || status === 204 || [page, 'tables'].includes(body.toString())).toBe(true)
    }),
  )
})

test('a content is packed as the browser asks', () => {
  const br = ask({ headers: { 'accept-encoding': 'gzip, deflate, br;q=0.9' } })
  expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(brotliDecompressSync(br.body as Buffer).toString()).toBe(page)
  const gzip = ask({ headers: { 'accept-encoding': 'br;q=0, gzip' } })
  expect(gunzipSync(gzip.body as Buffer).toString()).toBe(page)
  expect(ask({ headers: { 'accept-encoding': 'gzip;q=0.0' } }).headers['content-encoding']).toBeUndefined()
  expect(new Set([br, gzip, ask({})].map(({ headers }) => headers.etag)).size).toBe(3)
})

test('a file that the browser has is not sent again', () => {
  const { etag = '' } = ask({}).headers
  expect(ask({ headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, body: '' })
  expect(ask({ headers: { 'if-none-match': `"x", W/${etag}` } }).status).toBe(304)
  expect(ask({ headers: { 'if-none-match': '"x"' } }).status).toBe(200)
})

test.each([{}, { url: '/missing' }, { method: 'POST' }, { headers: { host: 'elsewhere' } }, { url: '/favicon.ico' }])(
  'every answer is guarded: %j',
  (question) => {
    const { headers } = ask(question)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
  },
)
