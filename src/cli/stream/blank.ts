/** True for nothing but white space. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((unit) => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d))
}
