import { type Mutation, type Operator, print } from './mutation.ts'

/** Texts that are not JSON, or JSON that says a thing twice: https://www.rfc-editor.org/rfc/rfc8259 */
const damage: readonly (readonly [rule: string, act: (text: string) => string])[] = [
  ['key twice', (text) => text.replace(/"id": (".*?"|\d+)/, '"id": $1, "id": $1')],
  ['first key twice', (text) => text.replace(/("resourceType": ".*?")/, '$1, $1')],
  ['comma at the end', (text) => text.replace(/\n}$/, ',\n}')],
  ['comma missing', (text) => text.replace(',', '')],
  ['colon missing', (text) => text.replace(':', '')],
  ['line comment', (text) => text.replace('{', '{ // words\n')],
  ['block comment', (text) => text.replace('{', '{ /* words */')],
  ['single quotes', (text) => text.replace('"resourceType"', "'resourceType'")],
  ['no quotes', (text) => text.replace('"resourceType"', 'resourceType')],
  ['cut in the middle', (text) => text.slice(0, text.length / 2)],
  ['last brace missing', (text) => text.slice(0, -1)],
  ['text after the end', (text) => `${text} and more`],
  ['two documents', (text) => `${text}${text}`],
  ['an array', (text) => `[${text}]`],
  ['a string', () => '"Patient"'],
  ['a number', () => '7'],
  ['null', () => 'null'],
  ['an empty object', () => '{}'],
  ['NaN', (text) => text.replace('{', '{ "unheard": NaN,')],
  ['a line break in a string', (text) => text.replace(/"resourceType": "/, '"id": "a\nb", "resourceType": "')],
  ['an escape that is not', (text) => text.replace(/"resourceType": "/, '"language": "\\x41", "resourceType": "')],
]

export const texts: Operator = () =>
  damage.map(([rule, act]): Mutation => ({ rule: `text: ${rule}`, at: 'root', make: (root) => act(print(root)) }))
