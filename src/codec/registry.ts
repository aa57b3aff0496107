import type { CodeTable } from '../terminology/code-table.ts'
import { categoryCodec } from './category.ts'
import { codeCodec } from './code.ts'
import { codedCodec } from './coded.ts'
import type { Codec } from './codec.ts'
import { completed } from './completed.ts'
import { given } from './given.ts'
import { identifierCodec } from './identifier.ts'
import { numberedCodec } from './numbered.ts'
import { systemCodec } from './system.ts'

export type Codes = (id: string) => CodeTable

interface Registration {
  /** What each argument of `via: name(…)` is: the id of a table in `mappings/codes/`, or a text. */
  readonly args: readonly ('codes' | 'text')[]
  make(args: readonly string[], codes: Codes): Codec
}

/**
 * Every codec of values that a row can name. Closed on purpose: a table chooses among these and cannot bring an
 * expression of its own, so that whoever reads the names knows all that can happen.
 */
export const codecs: Readonly<Record<string, Registration>> = {
  code: { args: ['codes'], make: ([id = ''], codes) => codeCodec(codes(id)) },
  system: { args: ['codes'], make: ([id = ''], codes) => systemCodec(codes(id)) },
  coded: { args: ['text', 'codes'], make: ([usual = '', id = ''], codes) => codedCodec(usual, codes(id)) },
  identifier: { args: ['codes'], make: ([id = ''], codes) => identifierCodec(codes(id)) },
  given: { args: [], make: () => given },
  category: {
    args: ['codes', 'codes', 'codes'],
    make: ([words = '', byAllergen = '', drugs = ''], codes) =>
      categoryCodec(codes(words), codes(byAllergen), codes(drugs)),
  },
  completed: { args: [], make: () => completed },
  numbered: { args: ['text'], make: ([system = '']) => numberedCodec(system) },
}

export function makeCodec(name: string, args: readonly string[], codes: Codes): Codec | undefined {
  return Object.hasOwn(codecs, name) ? codecs[name]?.make(args, codes) : undefined
}
