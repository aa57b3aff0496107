import { gzipSync } from 'node:zlib'
import type { ExitCode } from '../exit.ts'
import type { Origin } from '../message.ts'
import type { ReportItem } from '../report.ts'
import type { Work } from '../work.ts'
import type { Batch } from './batch.ts'
import { type Delivery, type Done, messagesTold, type Told } from './delivery.ts'
import { countDocument, newTally } from './run-tally.ts'
import { worksOf } from './works-of.ts'

/** What one document of a batch became. */
export interface Piece {
  readonly origin: Origin
  readonly text: string | undefined
  readonly items: readonly ReportItem[]
  /** A line of the rejects. */
  readonly reject: string | undefined
  readonly told: readonly Told[]
  readonly summary: string | undefined
  readonly exit: ExitCode
}

/** Works on the documents of a batch, one after the other, and makes what they become ready for its places. */
export async function inHand(
  batch: Batch,
  delivery: Delivery,
  workOn: (work: Work) => Piece | Promise<Piece>,
): Promise<Done> {
  const basket = new Basket(delivery)
  for (const work of worksOf(batch.load)) basket.add(await workOn(work))
  return basket.done(batch)
}

/** Gathers what the documents of a batch become. */
class Basket {
  readonly #delivery: Delivery
  #output = ''
  #rejects = ''
  #report = ''
  readonly #tally = newTally()
  readonly #apart: Done['apart'][number][] = []
  readonly #told: Told[] = []
  readonly #timesTold = new Map<string, number>()

  constructor(delivery: Delivery) {
    this.#delivery = delivery
  }

  add({ origin, text, items, reject, told, summary, exit }: Piece): void {
    const { envelope, outputs, hasSummaries } = this.#delivery
    countDocument(this.#tally, items, exit)
    if (text !== undefined) {
      if (outputs === 'apart') this.#apart.push({ origin, text })
      else this.#output += envelope ? enclosed('output', text) : text
    }
    if (reject !== undefined) this.#put('reject', reject)
    for (const item of items) this.#account(item)
    for (const one of told) this.#tell(one)
    if (hasSummaries && summary !== undefined) this.#told.push({ code: undefined, line: summary })
  }

  done({ end, cost }: Batch): Done {
    const { packed } = this.#delivery
    return {
      end,
      cost,
      output: bytesOf(this.#output, packed.output),
      apart: this.#apart,
      rejects: bytesOf(this.#rejects, packed.rejects),
      report: bytesOf(this.#report, packed.report),
      told: this.#told,
      tally: this.#tally,
    }
  }

  #account(item: ReportItem): void {
    const { report } = this.#delivery
    if (report === 'lines') this.#put('report', JSON.stringify(item))
    if (report === 'members') this.#report += `,\n${JSON.stringify(item, undefined, 2).replace(/^/gm, '    ')}`
  }

  #put(kind: 'reject' | 'report', line: string): void {
    if (this.#delivery.envelope) this.#output += `{"${kind}":${line}}\n`
    else if (kind === 'reject') this.#rejects += `${line}\n`
    else this.#report += `${line}\n`
  }

  #tell(told: Told): void {
    const times = (this.#timesTold.get(told.code ?? '') ?? 0) + 1
    this.#timesTold.set(told.code ?? '', times)
    if (!this.#delivery.isBulk || times <= messagesTold) this.#told.push(told)
  }
}

/** NDJSON of one document may have several lines. */
function enclosed(kind: string, lines: string): string {
  return lines.replace(/^.+$/gm, (line) => `{"${kind}":${line}}`)
}

const nothing = new Uint8Array(0)

function bytesOf(text: string, isPacked: boolean): Uint8Array {
  if (text === '') return nothing
  return isPacked ? gzipSync(text, { level: 4 }) : Buffer.from(text)
}
