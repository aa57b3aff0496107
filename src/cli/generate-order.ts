import { resolve } from 'node:path'
import { suggest } from '../document/suggest.ts'
import type { Registreringstype } from '../form/ki/types.ts'
import { type GenerateOptions, mostDocuments } from '../generate/documents.ts'
import { kindNames } from '../generate/ki-document.ts'
import type { GenerateArguments } from './generate-options.ts'
import { standardStream, usage } from './message.ts'
import { nowOf } from './order.ts'

/** What `kritinfo generate` is to make, and where it goes; standard output where there is no name. */
export interface GenerateOrder {
  readonly options: GenerateOptions
  readonly from: number
  readonly count: number
  /** Workers that share the work. */
  readonly jobs: number
  readonly output: string | undefined
  readonly expected: string | undefined
}

/** More than anybody needs, and few enough for a slip of the finger to end some day. */
const mostAtOnce = 100_000_000

/** What the command line asks for. Throws `Stop` for what it cannot ask for. */
export function generateOrderOf(args: GenerateArguments): GenerateOrder {
  const count = wholeNumber('count', args.count, 1, mostAtOnce)
  const order = {
    options: {
      form: args.form,
      seed: wholeNumber('seed', args.seed, 0, Number.MAX_SAFE_INTEGER),
      invalid: shareOf(args.invalid),
      ...(args.kinds === undefined ? {} : { kinds: kindsOf(args.kinds) }),
      ...(args.now === undefined ? {} : { now: nowOf(args.now) }),
    },
    from: wholeNumber('from', args.from, 0, mostDocuments - count),
    count,
    jobs: wholeNumber('jobs', args.jobs, 1, 64),
    output: args.output === standardStream ? undefined : args.output,
    expected: args.expected,
  }
  for (const name of [order.output, order.expected])
    if (name !== undefined && isOfOne(name, count))
      throw usage(`There is a document a line: ${name} is no name for that. Give one such as all.ndjson.`)
  if (order.expected === standardStream) throw usage('--expected takes a file: standard output is for the documents.')
  if (order.expected !== undefined && order.output !== undefined && resolve(order.expected) === resolve(order.output))
    throw usage('--expected and --output cannot go to one file.')
  return order
}

/** One document in one line is JSON like any other. */
function isOfOne(name: string, count: number): boolean {
  return (count > 1 ? /\.(?:json|xml)(?:\.gz)?$/i : /\.xml(?:\.gz)?$/i).test(name)
}

function wholeNumber(name: string, given: string, least: number, most: number): number {
  const number = /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN
  if (!(number >= least && number <= most)) throw usage(`--${name} takes a whole number from ${least} to ${most}.`)
  return number
}

function shareOf(given: string): number {
  const share = /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(given) ? Number(given) : Number.NaN
  if (!(share >= 0 && share <= 1)) throw usage('--invalid takes a share from 0 to 1.')
  return share
}

function kindsOf(given: string): Registreringstype[] {
  return given.split(',').map((word) => {
    const kind = kindNames.find((one) => one === word.trim())
    if (kind !== undefined) return kind
    const near = suggest(word.trim(), kindNames)
    throw usage(
      `There is no kind "${word}". ${near === undefined ? `There are ${kindNames.join(', ')}` : `Did you mean ${near}?`}`,
    )
  })
}
