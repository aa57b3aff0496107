/** The CRC-32 that zip and gzip keep of a content (RFC 1952, section 8); Node 20, the floor, has no function for it. */
export function checksumOf(content: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of content) rest = (table[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}

const table: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})
