import type { CodeTable } from '../terminology/code-table.ts'
import { categoryCodec } from './category.ts'
import { codeCodec } from './code.ts'
import { codedCodec } from './coded.ts'
import type { Codec } from './codec.ts'
import { completed } from './completed.ts'
import { dayCodec } from './day.ts'
import { given } from './given.ts'
import { identifierCodec } from './identifier.ts'
import { namesCodec } from './names.ts'
import { numberedCodec } from './numbered.ts'
import { suffixedCodec } from './suffixed.ts'
import { systemCodec } from './system.ts'
import { uuidCodec } from './uuid.ts'
import { yearsCodec } from './years.ts'

export type Codes = (id: string) => CodeTable

/** What a value is that a codec takes from an element or gives to one. */
export type Taken = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'any'

interface Registration {
  /** What each argument of `via: name(…)` is: the id of a table in `mappings/codes/`, or a text. */
  readonly args: readonly ('codes' | 'text')[]
  /** The values on each side in their order, with those that are only read after the others. */
  readonly takes: { readonly left: readonly Taken[]; readonly right: readonly Taken[] }
  make(args: readonly string[], codes: Codes): Codec
}

const oneText = { left: ['text'], right: ['text'] } as const

/**
 * Every codec of values that a row can name. Closed on purpose: a table chooses among these and cannot bring an
 * expression of its own, so that whoever reads the names knows all that can happen.
 */
export const codecs: Readonly<Record<string, Registration>> = {
  code: { args: ['codes'], takes: oneText, make: ([id = ''], codes) => codeCodec(codes(id)) },
  system: { args: ['codes'], takes: oneText, make: ([id = ''], codes) => systemCodec(codes(id)) },
  coded: {
    args: ['text', 'codes'],
    takes: { left: ['text', 'text'], right: ['text', 'text'] },
    make: ([usual = '', id = ''], codes) => codedCodec(usual, codes(id)),
  },
  identifier: {
    args: ['codes'],
    takes: { left: ['text', 'text'], right: ['text'] },
    make: ([id = ''], codes) => identifierCodec(codes(id)),
  },
  given: { args: [], takes: { left: ['list', 'list'], right: ['list', 'list'] }, make: () => given },
  category: {
    args: ['codes', 'codes', 'codes'],
    takes: { left: ['text', 'text', 'list'], right: ['list', 'list'] },
    make: ([words = '', byAllergen = '', drugs = ''], codes) =>
      categoryCodec(codes(words), codes(byAllergen), codes(drugs)),
  },
  names: { args: [], takes: { left: ['text', 'text'], right: ['list', 'list'] }, make: () => namesCodec },
  day: { args: [], takes: oneText, make: () => dayCodec },
  years: { args: [], takes: { left: ['number'], right: ['object'] }, make: () => yearsCodec },
  uuid: { args: [], takes: { left: ['text', 'text'], right: ['text', 'text'] }, make: () => uuidCodec },
  suffixed: {
    args: ['text', 'text'],
    takes: { left: ['text', 'text', 'text'], right: ['text', 'text', 'text'] },
    make: ([label = '', system = '']) => suffixedCodec(label, system),
  },
  completed: { args: [], takes: { left: ['number'], right: ['number', 'text'] }, make: () => completed },
  numbered: {
    args: ['text'],
    takes: { left: ['text'], right: ['text', 'text'] },
    make: ([system = '']) => numberedCodec(system),
  },
}

export function makeCodec(name: string, args: readonly string[], codes: Codes): Codec | undefined {
  return Object.hasOwn(codecs, name) ? codecs[name]?.make(args, codes) : undefined
}
