import { scaleBetween } from '../../terminology/unit-scale.ts'

/** What a unit measures, and how much of the first unit of its kind one of it is. */
interface Measure {
  readonly kind: string
  /** Undefined where zero is another point on each scale. */
  readonly factor: number | undefined
}

/** Common units without prefix, by what they measure (https://ucum.org/ucum, tables 2 to 8; definitions are exact). */
const measures: Readonly<Record<string, Readonly<Record<string, number | undefined>>>> = {
  length: { m: 1, '[in_i]': 0.0254, '[ft_i]': 0.3048, '[yd_i]': 0.9144, '[mi_i]': 1609.344 },
  mass: { g: 1, t: 1e6, '[oz_av]': 28.349523125, '[lb_av]': 453.59237 },
  time: { s: 1, min: 60, h: 3600, d: 86_400, wk: 604_800, mo: 2_629_800, a: 31_557_600 },
  volume: { L: 1, l: 1 },
  amount: { mol: 1 },
  temperature: { K: undefined, Cel: undefined, '[degF]': undefined },
  pressure: { Pa: 1, bar: 1e5, 'm[Hg]': 133_322 },
  energy: { J: 1, cal: 4.184 },
}

const byUnit: ReadonlyMap<string, Measure> = new Map(
  Object.entries(measures).flatMap(([kind, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { kind, factor }] as const),
  ),
)

/**
 * By what a number in one unit of UCUM is multiplied to be one in the other; `incomparable` if they measure different
 * things; undefined where that is not known here.
 */
export function conversionBetween(from: string, to: string): number | 'incomparable' | undefined {
  const scale = scaleBetween(from, to)
  if (scale !== undefined) return scale
  const [one, other] = [measureOf(from), measureOf(to)]
  if (one === undefined || other === undefined) return undefined
  if (one.kind !== other.kind) return 'incomparable'
  return one.factor === undefined || other.factor === undefined ? undefined : one.factor / other.factor
}

function measureOf(code: string): Measure | undefined {
  const known = byUnit.get(code)
  if (known !== undefined) return known
  for (const [unit, { kind, factor }] of byUnit) {
    const scale = code.endsWith(unit) ? scaleBetween(code, unit) : undefined
    if (scale !== undefined) return { kind, factor: factor === undefined ? undefined : factor * scale }
  }
  return undefined
}
