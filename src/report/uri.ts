/** The name of a file as a relative reference, or a `file:` URI for a path from the root (RFC 8089). */
export function fileUri(file: string): string {
  // Half a character, as names of files may have on Windows, has no place in a URI.
  const path = file.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\\', '/')
  const encoded = path
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (path.startsWith('/')) return `file://${encoded}`
  return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded
}
