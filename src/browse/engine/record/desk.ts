import { exceeds } from '../../../convert/policy.ts'
import { writeJson } from '../../../document/json-write.ts'
import { printPath } from '../../../document/path.ts'
import type { Tree } from '../../../document/tree.ts'
import { type Form, forms } from '../../../form/detect.ts'
import { factsOf } from '../../../inspect/facts.ts'
import type { Entry, Safety } from '../../../mapping/ledger.ts'
import { type Slot, valueAt } from '../../../mapping/slot.ts'
import type { Toolkit } from '../../../toolkit.ts'
import { tracer, type Tracing } from '../../../trace.ts'
import { groupsOf } from './ledger-groups.ts'
import { Layout } from './lines.ts'
import type {
  Content,
  Converted,
  Leaf,
  LedgerLine,
  LineRange,
  Opened,
  RecordOptions,
  ShownLine,
  Side,
} from './plain.ts'
import { convertOptions, readRecord } from './reading.ts'
import { shown, textOfLeaf } from './shown.ts'
import { slotNear } from './slot-near.ts'

/** So much of a value is shown in full. */
const longestValue = 20_000
/** So many issues of a conversion are told. */
const mostIssues = 200

/** What is laid out of a conversion, to be asked by line. */
interface Spread {
  readonly tracing: Tracing
  readonly layouts: Readonly<Record<Side, Layout>>
  /** What the ledger says, by side and place. */
  readonly entries: ReadonlyMap<string, Entry>
}

/**
 * One record on both sides. It is opened, converted, and then asked for windows of lines, single leaves, and parts of the ledger:
 * plain data each, and never the whole of a large document.
 */
export class RecordDesk {
  readonly #kit: Toolkit
  #input: { readonly tree: Tree; readonly form: Form; readonly layout: Layout } | undefined
  #spread: Spread | undefined

  constructor(kit: Toolkit) {
    this.#kit = kit
  }

  /** @throws KritinfoError for what cannot be read or is none of the forms. */
  open(content: Content): Opened {
    this.#input = undefined
    this.#spread = undefined
    const { tree, form } = readRecord(content)
    const layout = new Layout(tree.root)
    this.#input = { tree, form, layout }
    return { form, syntax: tree.syntax, targets: forms, lines: layout.count }
  }

  /** @throws KritinfoError for what cannot be converted. */
  convert(options: RecordOptions): Converted {
    const { tree, layout } = this.#opened
    this.#spread = undefined
    const tracing = tracer(this.#kit, tree, convertOptions(options))
    const { conversion } = tracing
    const layouts = { input: layout, output: new Layout(conversion.output.root) }
    const entries = new Map(conversion.ledger.map((entry) => [placeKey(entry.side ?? 'input', entry.path), entry]))
    this.#spread = { tracing, layouts, entries }
    const { from, to, dialect, leaves, issues, ledger } = conversion
    return {
      from,
      to,
      dialect,
      leaves,
      groups: groupsOf(ledger),
      issues: issues.slice(0, mostIssues),
      issueCount: issues.length,
      isTooMuch: exceeds('safety', conversion),
      lines: { input: layout.count, output: layouts.output.count },
    }
  }

  lines({ side, first, count }: LineRange): ShownLine[] {
    const layout = this.#layout(side)
    const found: ShownLine[] = []
    for (let number = first; number < Math.min(first + count, layout?.count ?? 0); number++) {
      const line = layout?.line(number)
      if (line === undefined) continue
      const place = line.kind === 'leaf' && line.slot !== undefined ? this.#place(side, line.slot) : undefined
      const outcome = place === undefined ? undefined : this.#spread?.entries.get(placeKey(side, place))?.outcome
      found.push({
        ...shown(line, number),
        ...(place === undefined ? {} : { place }),
        ...(outcome === undefined ? {} : { outcome }),
      })
    }
    return found
  }

  /** What is known of the leaf on a line; undefined for a line that has none. */
  leaf({ side, line }: { readonly side: Side; readonly line: number }): Leaf | undefined {
    const spread = this.#spread
    const slot = spread?.layouts[side].line(line)?.kind === 'leaf' ? spread.layouts[side].line(line)?.slot : undefined
    if (spread === undefined || slot === undefined) return undefined
    const { tracing } = spread
    const { steps, ledger } = side === 'input' ? tracing.ofInput(slot) : tracing.ofOutput(slot)
    const other = side === 'input' ? 'output' : 'input'
    const counterparts = tracing.counterparts(side, slot).flatMap((end) => {
      const at = spread.layouts[other].lineOf(end)
      return at === undefined ? [] : [{ place: this.#place(other, end), line: at }]
    })
    const value = textOfLeaf(valueAt(slot) ?? null, longestValue)
    return { side, line, place: this.#place(side, slot), value, steps, ledger, counterparts }
  }

  /** The line of each place, or of what it would stand in; undefined for a place that is nowhere. */
  find({ side, places }: { readonly side: Side; readonly places: readonly string[] }): (number | undefined)[] {
    return places.map((place) => this.#lineAt(side, place))
  }

  /** A part of one group of the ledger. */
  ledger({ safety, first, count }: { safety: Safety; first: number; count: number }): LedgerLine[] {
    const spread = this.#spread
    if (spread === undefined) return []
    const facts = factsOf(this.#kit.mappings)
    const group = spread.tracing.conversion.ledger.filter((entry) => entry.safety === safety)
    return group.slice(first, first + count).map((entry) => {
      const { table, note } = facts(entry.row)
      return { ...entry, line: this.#lineAt(entry.side ?? 'input', entry.path), table, note }
    })
  }

  /** The root of a side, as narratives and pictures need it. */
  root(side: Side) {
    return side === 'input' ? this.#input?.tree.root : this.#spread?.tracing.conversion.output.root
  }

  form(side: Side): Form | undefined {
    return side === 'input' ? this.#spread?.tracing.from : this.#spread?.tracing.conversion.to
  }

  /** The output as a file would have it. */
  output(): string {
    return writeJson(this.root('output') ?? null, { indent: 2 })
  }

  #lineAt(side: Side, place: string): number | undefined {
    const spread = this.#spread
    const slot = spread === undefined ? undefined : slotNear(spread.tracing, side, place)
    return slot === undefined ? undefined : this.#layout(side)?.lineOf(slot)
  }

  #layout(side: Side): Layout | undefined {
    return side === 'input' ? this.#input?.layout : this.#spread?.layouts.output
  }

  #place(side: Side, slot: Slot): string {
    const found = this.#spread?.tracing.documents[side].placeOf(slot)
    return found === undefined ? '' : printPath(found.root, found.path)
  }

  get #opened() {
    if (this.#input === undefined) throw new Error('a record is opened before it is converted')
    return this.#input
  }
}

function placeKey(side: Side, place: string): string {
  return `${side} ${place}`
}
