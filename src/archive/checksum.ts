/**
 * The CRC-32 that zip and gzip keep of a content (RFC 1952, section 8), going on from that of the bytes before; the first
 * versions of Node 20, the floor, have no function for it.
 */
export function checksumOf(content: Uint8Array, before = 0): number {
  let rest = ~before
  for (const byte of content) rest = (table[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8)
  return ~rest >>> 0
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})
