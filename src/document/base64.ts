/** Characters outside ASCII: in JSON text they can be written as escapes, and then the text is its own bytes. */
const beyond = /[\u0080-\uffff]/

/** JSON text as base64. The result is JSON of the same content; its characters beyond ASCII are escapes. */
export function encodeJson(text: string): string {
  return btoa(beyond.test(text) ? text.replace(/[\u0080-\uffff]/g, escapeUnit) : text)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The UTF-8 text that base64 stands for; `undefined` if it is none. */
export function decodeBase64(data: string): string | undefined {
  try {
    const binary = atob(data)
    if (!beyond.test(binary)) return binary
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (problem) {
    // atob throws a DOMException, the decoder a TypeError; anything else is a defect of ours.
    if (problem instanceof TypeError || (problem as Error).name === 'InvalidCharacterError') return undefined
    throw problem
  }
}
