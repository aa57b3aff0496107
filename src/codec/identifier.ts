import type { CodeTable } from '../terminology/code-table.ts'
import { codeCodec } from './code.ts'
import type { Codec } from './codec.ts'

/**
 * `identifier(table)`: on the left a word for the kind of identifier, and a system only where the word is `annet`
 * (other); on the right the system alone.
 */
export function identifierCodec(table: CodeTable): Codec {
  const known = codeCodec(table)
  return {
    name: `identifier(${table.id})`,
    forward([type, system], place) {
      if (type === 'annet') return system === undefined ? undefined : [system]
      return type === undefined ? undefined : known.forward([type], place)
    },
    backward([system], place) {
      if (system === undefined) return undefined
      const word = known.backward([system], place)?.[0]
      return word === undefined ? ['annet', system] : [word, undefined]
    },
  }
}
