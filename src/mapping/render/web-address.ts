/** True for what may stand as the target of a link: an address of the web, and no script. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s"'<>]+$/.test(text)
}
