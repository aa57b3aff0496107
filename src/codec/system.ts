import type { CodeTable } from '../terminology/code-table.ts'
import { codeCodec } from './code.ts'
import { type Codec, single } from './codec.ts'

/**
 * `system(table)`: the name of a code system on each side. A name without a row is an address already and crosses
 * as itself, so that codes of systems nobody here knows stay whole.
 */
export function systemCodec(table: CodeTable): Codec {
  const known = codeCodec(table)
  const silent = { report: () => undefined }
  return single(
    `system(${table.id})`,
    (value) => known.forward([value], silent)?.[0] ?? value,
    (value) => known.backward([value], silent)?.[0] ?? value,
  )
}
