import type { ConvertOptions } from '../convert/settings.ts'
import type { Json } from '../document/json.ts'
import { KritinfoError } from '../issue/issue.ts'
import { overlayToolkit, standardToolkit, type Toolkit } from '../toolkit.ts'
import { exit } from './exit.ts'
import { messageOf, Stop, stopOf } from './message.ts'
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
  const kit = order.mappings === undefined ? standardToolkit() : await overlaid(order.mappings)
  const { to, from, now, carry, refuted } = order
  const patient = rootOf(order.patient, order)
  const base = rootOf(order.base, order)
  const options: ConvertOptions = {
    to,
    now,
    ...(from === undefined ? {} : { from }),
    ...(carry === undefined ? {} : { carry }),
    ...(refuted === undefined ? {} : { refuted }),
    ...(patient === undefined ? {} : { patient }),
    ...(base === undefined ? {} : { base }),
  }
  return { kit, order, options }
}

function rootOf(given: Given | undefined, order: Order): Json | undefined {
  if (given === undefined) return undefined
  const origin = { file: given.name }
  try {
    const tree = readInput(given.bytes)
    if (order.requireSynthetic) requireSynthetic(tree, origin)
    return tree.root
  } catch (problem) {
    throw stopOf(problem, origin)
  }
}

/** Problems in tables stand at a file and line of the folder; they are a wrong use of `--mappings`. */
async function overlaid({ folder, files }: NonNullable<Order['mappings']>): Promise<Toolkit> {
  try {
    return await overlayToolkit(files)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    const place = (path: string) => (path === '' ? folder : `${folder.replace(/\/+$/, '')}/${path}`)
    throw new Stop(
      exit.usage,
      problem.issues.map((one) => messageOf({ ...one, path: '' }, { file: place(one.path) })),
    )
  }
}
