import { sha1 } from '@noble/hashes/legacy.js'

/** Namespace of every UUID made here, so that the same record gets the same address wherever it is converted. */
const namespace = Uint8Array.from([
  0x6b, 0x72, 0x69, 0x74, 0x69, 0x6e, 0x46, 0x6f, 0x8a, 0x10, 0x6b, 0x69, 0x6b, 0x6a, 0x72, 0x34,
])

/**
 * UUIDs made lately. A hospital's records name the same few people again and again; the bound keeps a long run from
 * growing. What is remembered cannot be told from what is worked out.
 */
const known = new Map<string, string>()
const most = 4096

/** A name-based UUID, version 5 (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5): same name, same UUID. */
export function uuid5(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const made = hashed(name)
  if (known.size >= most) known.clear()
  known.set(name, made)
  return made
}

const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hashed(name: string): string {
  const text = new TextEncoder().encode(name)
  const bytes = new Uint8Array(namespace.length + text.length)
  bytes.set(namespace)
  bytes.set(text, namespace.length)
  const hash = sha1(bytes).slice(0, 16)
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80
  let hex = ''
  for (const byte of hash) hex += hexadecimal[byte]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
