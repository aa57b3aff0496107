/** UTF-8 text as base64 and back, in pieces, so that a long document does not exceed the engine's argument limit. */
export function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return btoa(binary)
}

/** `undefined` if this is not base64 of UTF-8. */
export function decodeBase64(data: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (problem) {
    // atob throws a DOMException, the decoder a TypeError; anything else is a defect of ours.
    if (problem instanceof TypeError || (problem as Error).name === 'InvalidCharacterError') return undefined
    throw problem
  }
}
