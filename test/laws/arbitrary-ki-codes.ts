import fc from 'fast-check'

/** Codes to draw from, by the word for their code system (`ATC`, `7497`, …). */
export type CodeLists = Readonly<Record<string, readonly { readonly kode: string; readonly visning?: string }[]>>

interface Code {
  readonly system: string
  readonly kode: string
  readonly visning: string
}

const digits = (count: number): fc.Arbitrary<string> =>
  fc.nat(10 ** count - 1).map((number) => String(number).padStart(count, '0'))
const letter = fc.constantFrom(...'ABCDGHJLMNPRSV')
/** Norsk helsenett takes no code of chapters XX and XXI, V to Z (page codesmd). */
const chapter = fc.constantFrom(...'ABCDGHJLMNPRS')
const listNumber = fc.integer({ min: 1, max: 25 }).map(String)

/** Codes of the right form for the systems that have one; Volven's lists number their codes. */
const forms: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ATC: fc.tuple(letter, digits(2), letter, letter, digits(2)).map((pieces) => pieces.join('')),
  'FEST-LegemiddelMerkevare': fc.uuid().map((guid) => `ID_${guid.toUpperCase()}`),
  'FEST-Virkestoff': fc.uuid().map((guid) => `ID_${guid.toUpperCase()}`),
  'ICD-10': fc.tuple(chapter, digits(2), fc.nat(9)).map(([first, two, last]) => `${first}${two}.${last}`),
  'SNOMED CT': fc.nat(99_999).map((number) => `${number}0100${number % 10}`),
  '9060': fc.constantFrom('LE', 'SP', 'PS', 'JO', 'TL'),
}

/** A code that suits the place; `systems` is what the schema says of it, words parted by a bar. */
export function codeOf(systems: string, lists: CodeLists = {}): fc.Arbitrary<Code> {
  const all = systems.split('|')
  const listed = all.filter((system) => (lists[system] ?? []).length > 0)
  return fc.oneof(...(listed.length > 0 ? listed : all).map((system) => codeOfSystem(system, lists[system] ?? [])))
}

function codeOfSystem(system: string, list: CodeLists[string]): fc.Arbitrary<Code> {
  if (list.length > 0) {
    return fc.constantFrom(...list).map(({ kode, visning }) => ({ system, kode, visning: visning ?? `Kode ${kode}` }))
  }
  return (forms[system] ?? listNumber).map((kode) => ({ system, kode, visning: `Kode ${kode} på prøve` }))
}

/** True for an object that holds a code. */
export function hasCode(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'kode')
}
