import type { CodeTable } from '../terminology/code-table.ts'
import type { Codec } from './codec.ts'
import { systemCodec } from './system.ts'

/**
 * `coded(system, table)`: a pair of system and code, where the left side leaves the system out when it is the usual
 * one. `["7497", "1"]` and `[undefined, "1"]` mean the same on the left, and the second is how it is written.
 * A coding without a system on the right is not the usual system: it does not cross.
 */
export function codedCodec(usual: string, table: CodeTable): Codec {
  const systems = systemCodec(table)
  return {
    name: `coded(${usual}, ${table.id})`,
    forward([system, code], place) {
      if (code === undefined) return undefined
      const name = systems.forward([system ?? usual], place)?.[0]
      return [name, code]
    },
    backward([system, code], place) {
      if (code === undefined || system === undefined) return undefined
      const word = systems.backward([system], place)?.[0]
      return [word === usual ? undefined : word, code]
    },
  }
}
