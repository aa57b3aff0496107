import type { IncomingHttpHeaders } from 'node:http'
import { securityHeaders, typeOf } from './headers.ts'
import { codingFor, type Packer } from './packed.ts'

/** What a browser asks. */
export interface Question {
  readonly method: string
  /** The target as it came, escaped and with its query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/**
 * Answers one request. A file is one of the site or none: no path leads anywhere else. `Host` has to be a name of this
 * machine, or a page elsewhere whose name was made to lead here could read what is served (DNS rebinding).
 */
export function answer({ method, url, headers }: Question, packer: Packer, port: number): Answer {
  if (!isOwnHost(headers.host, port)) return refusal(403, 'Ask for 127.0.0.1 or localhost.')
  if (method !== 'GET' && method !== 'HEAD')
    return refusal(405, 'There is nothing but to read here.', { allow: 'GET, HEAD' })
  // Browsers ask for one whatever a page says.
  if (url === '/favicon.ico') return { status: 204, headers: securityHeaders, body: '' }
  const name = nameIn(url)
  const packed = name === undefined ? undefined : packer.get(name, codingFor(headers['accept-encoding']))
  if (name === undefined || packed === undefined) return refusal(404, 'There is no such file.')
  const { coding, bytes, etag } = packed
  const kept = { ...securityHeaders, 'cache-control': 'no-cache', vary: 'accept-encoding', etag }
  if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: kept, body: '' }
  const encoding = coding === 'identity' ? {} : { 'content-encoding': coding }
  const described = { 'content-type': typeOf(name), 'content-length': String(bytes.length), ...encoding }
  return { status: 200, headers: { ...kept, ...described }, body: method === 'HEAD' ? '' : bytes }
}

const ownNames = ['127.0.0.1', 'localhost', '[::1]']

/** Port 80 is left out of addresses. */
function isOwnHost(host: string | undefined, port: number): boolean {
  const given = host?.toLowerCase()
  return ownNames.some((name) => given === `${name}:${port}` || (port === 80 && given === name))
}

/** The name of the file that a target means; undefined for one that is no path, or has broken escapes. */
function nameIn(url: string): string | undefined {
  const [path = ''] = url.split(/[?#]/, 1)
  if (!path.startsWith('/')) return undefined
  if (path === '/') return 'index.html'
  try {
    return decodeURIComponent(path.slice(1))
  } catch (problem) {
    if (problem instanceof URIError) return undefined
    throw problem
  }
}

function isKnown(given: string | undefined, etag: string): boolean {
  return (given ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function refusal(status: number, text: string, more: Readonly<Record<string, string>> = {}): Answer {
  const body = `${text}\n`
  const described = { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(body.length) }
  return { status, headers: { ...securityHeaders, 'cache-control': 'no-store', ...described, ...more }, body }
}
