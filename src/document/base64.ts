/** Characters outside ASCII: in JSON text they can be written as escapes, and then the text is its own bytes. */
const beyond = /[\u0080-\uffff]/

/** JSON text as base64. The result is JSON of the same content; its characters beyond ASCII are escapes. */
export function encodeJson(text: string): string {
  return btoa(beyond.test(text) ? text.replace(/[\u0080-\uffff]/g, escapeUnit) : text)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The bytes that base64 stands for; `undefined` if it is none. */
export function bytesOf(data: string): Uint8Array | undefined {
  const binary = binaryOf(data)
  return binary === undefined ? undefined : bytesIn(binary)
}

/** The UTF-8 text that base64 stands for; `undefined` if it is none. */
export function decodeBase64(data: string): string | undefined {
  const binary = binaryOf(data)
  if (binary === undefined || !beyond.test(binary)) return binary
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesIn(binary))
  } catch (problem) {
    if (problem instanceof TypeError) return undefined
    throw problem
  }
}

/** A character for each byte. */
function binaryOf(data: string): string | undefined {
  try {
    return atob(data)
  } catch (problem) {
    // atob throws a DOMException; anything else is a defect of ours.
    if ((problem as Error).name === 'InvalidCharacterError') return undefined
    throw problem
  }
}

function bytesIn(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
