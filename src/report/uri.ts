/** The name of a file as a relative reference, or a `file:` URI for a path from the root (RFC 8089). */
export function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/')
  const encoded = path
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (path.startsWith('/')) return `file://${encoded}`
  return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded
}
