import { dialectNamed } from '../convert/dialect.ts'
import type { ConvertOptions } from '../convert/settings.ts'
import type { Json } from '../document/json.ts'
import { KritinfoError } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'
import { exit } from './exit.ts'
import { openKit } from './kit.ts'
import { messageOf, optionStopOf, Stop } from './message.ts'
import type { Given, Order } from './order.ts'
import { readInput } from './read-input.ts'
import { requireSynthetic } from './require-synthetic.ts'

/** An order made ready: tables compiled, files that options name read. */
export interface Session {
  readonly kit: Toolkit
  readonly order: Order
  readonly options: ConvertOptions
}

/** Makes an order ready. Throws `Stop` for tables and files that cannot be used. */
export async function openSession(order: Order): Promise<Session> {
  const kit = await openKit(order.mappings)
  const { to, from, now, carry, refuted, alerts, import: imported, dialect } = order
  if (dialect !== undefined) demandDialect(kit, dialect, to)
  const patient = rootOf(order.patient, order)
  const base = rootOf(order.base, order)
  const options: ConvertOptions = {
    to,
    now,
    ...(from === undefined ? {} : { from }),
    ...(carry === undefined ? {} : { carry }),
    ...(refuted === undefined ? {} : { refuted }),
    ...(alerts === undefined ? {} : { alerts }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(imported === undefined ? {} : { import: imported }),
    ...(patient === undefined ? {} : { patient }),
    ...(base === undefined ? {} : { base }),
  }
  return { kit, order, options }
}

/** A dialect that the form cannot be written in is a wrong use, whatever the inputs are. */
function demandDialect(kit: Toolkit, name: string, to: Order['to']): void {
  try {
    dialectNamed(kit, name, to)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new Stop(
      exit.usage,
      problem.issues.map((one) => messageOf(one, { file: 'kritinfo' })),
    )
  }
}

function rootOf(given: Given | undefined, order: Order): Json | undefined {
  if (given === undefined) return undefined
  const origin = { file: given.name }
  try {
    const tree = readInput(given.bytes)
    if (order.requireSynthetic) requireSynthetic(tree, origin)
    return tree.root
  } catch (problem) {
    throw optionStopOf(problem, origin)
  }
}
