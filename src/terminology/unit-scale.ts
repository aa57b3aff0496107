import { metricUnits } from './unit-symbols.ts'

/** Powers of ten of the metric prefixes (https://ucum.org/ucum#section-Prefixes). */
const powers: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['Y', 24],
  ['Z', 21],
  ['E', 18],
  ['P', 15],
  ['T', 12],
  ['G', 9],
  ['M', 6],
  ['k', 3],
  ['h', 2],
  ['da', 1],
  ['d', -1],
  ['c', -2],
  ['m', -3],
  ['u', -6],
  ['n', -9],
  ['p', -12],
  ['f', -15],
  ['a', -18],
])

/**
 * By what a number of the first unit is multiplied to be one of the second: for equal codes of UCUM, and for two units that
 * differ in a metric prefix alone (`g`, `kg`). Undefined for others, which would need the tables of UCUM.
 */
export function scaleBetween(from: string, to: string): number | undefined {
  if (from === to) return 1
  for (const [prefix, power] of powers) {
    if (!from.startsWith(prefix)) continue
    const unit = from.slice(prefix.length)
    const other = metricUnits.has(unit) && to.endsWith(unit) ? powers.get(to.slice(0, -unit.length)) : undefined
    if (other !== undefined) return 10 ** (power - other)
  }
  return undefined
}
