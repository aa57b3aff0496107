/**
 * Text that may have come from outside, names of files above all, in one line that moves no terminal and turns no text around it:
 * white space, control characters and characters of format (bidirectional overrides, https://www.unicode.org/reports/tr9/) are a space.
 * Joiners belong to the spelling of some languages.
 */
export function oneLine(text: string): string {
  return text.replace(/(?:(?![\u200c\u200d])[\s\p{Cc}\p{Cf}])+/gu, ' ').trim()
}
