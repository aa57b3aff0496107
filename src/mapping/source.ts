import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue, KritinfoError, type Params } from '../issue/issue.ts'
import type { Source } from '../terminology/code-table.ts'
import type { FilePlace, Places } from './places.ts'
import { tooDeepIn } from './yaml-depth.ts'

/** One file of a mappings folder; `name` is its path inside the folder, as messages show it. */
export interface SourceFile {
  readonly name: string
  readonly text: string
  /** The one kind that the file may be of, where the user said what it is: code tables, or values of assumptions. */
  readonly only?: 'codes' | 'assume'
}

/**
 * A YAML file read with its places. Everything a table says is fetched through here, so that what is missing or
 * of the wrong kind is reported at its line, all of it and not the first alone.
 */
export class YamlSource {
  readonly #lines = new LineCounter()
  readonly #document: Document
  constructor(
    readonly file: SourceFile,
    readonly issues: Issue[],
    /** Where what is read shall be found again, if somebody will ask. */
    readonly places?: Places,
  ) {
    const deep = tooDeepIn(file.text)
    const text = deep === undefined ? file.text : file.text.slice(0, deep).replace(/[^\n]/g, ' ')
    this.#document = parseDocument(text, { lineCounter: this.#lines, schema: 'core', uniqueKeys: true })
    if (deep !== undefined) {
      const { line, col } = this.#lines.linePos(deep)
      this.issues.push(issue('MAP-001', { path: file.name, line, column: col }, { problem: 'nested too deep' }))
    }
    for (const problem of this.#document.errors) {
      const place = this.#lines.linePos(problem.pos[0])
      this.issues.push(
        issue('MAP-001', { path: file.name, line: place.line, column: place.col }, { problem: problem.code }),
      )
    }
  }

  get root(): YAMLMap | undefined {
    const contents = this.#document.contents
    if (isMap(contents)) return contents
    if (this.#document.errors.length === 0) this.report('MAP-002', contents, { key: this.file.name, kind: 'a mapping' })
    return undefined
  }

  line(node: unknown): number {
    const range = (node as Node | undefined)?.range
    return range === undefined || range === null ? 1 : this.#lines.linePos(range[0]).line
  }

  /** Remembers where a thing was read, and gives it back. */
  note<T extends object>(thing: T, map: YAMLMap): T {
    this.places?.note(thing, this.file.name, map, (offset) => this.#lines.linePos(offset))
    return thing
  }

  source(node: unknown): Source {
    return { file: this.file.name, line: this.line(node) }
  }

  place(node: unknown): FilePlace {
    const range = (node as Node | undefined)?.range
    const place = range === undefined || range === null ? { line: 1, col: 1 } : this.#lines.linePos(range[0])
    return { path: this.file.name, line: place.line, column: place.col }
  }

  report(code: IssueCode, node: unknown, params: Params = {}): void {
    this.issues.push(issue(code, this.place(node), params))
  }

  text(map: YAMLMap, key: string, required: true): string
  text(map: YAMLMap, key: string, required?: false): string | undefined
  text(map: YAMLMap, key: string, required = false): string | undefined {
    const node = map.get(key, true)
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(isScalar(node) ? (node.source ?? value) : value)
    if (node !== undefined) this.report('MAP-002', node, { key, kind: 'a text' })
    else if (required) this.report('MAP-003', map, { key })
    return required ? '' : undefined
  }

  flag(map: YAMLMap, key: string, otherwise: boolean): boolean {
    const node = map.get(key, true)
    if (node === undefined) return otherwise
    if (isScalar(node) && typeof node.value === 'boolean') return node.value
    this.report('MAP-002', node, { key, kind: 'true or false' })
    return otherwise
  }

  word<T extends string>(map: YAMLMap, key: string, words: readonly T[], otherwise?: T): T {
    const value = this.text(map, key)
    if (value === undefined && otherwise !== undefined) return otherwise
    if (value !== undefined && (words as readonly string[]).includes(value)) return value as T
    this.report('MAP-004', map.get(key, true) ?? map, { key, words: words.join(', ') })
    return words[0] as T
  }

  texts(map: YAMLMap, key: string): string[] {
    return this.list(map, key).map((node) => {
      if (isScalar(node) && typeof node.value === 'string') return node.value
      this.report('MAP-002', node, { key, kind: 'a list of texts' })
      return ''
    })
  }

  maps(map: YAMLMap, key: string): YAMLMap[] {
    return this.list(map, key).flatMap((node) => {
      if (isMap(node)) return [node]
      this.report('MAP-002', node, { key, kind: 'a list of mappings' })
      return []
    })
  }

  list(map: YAMLMap, key: string): Node[] {
    const node = map.get(key, true)
    if (node === undefined) return []
    if (isSeq(node)) return node.items as Node[]
    this.report('MAP-002', node, { key, kind: 'a list' })
    return []
  }

  map(map: YAMLMap, key: string): YAMLMap | undefined {
    const node = map.get(key, true)
    if (node === undefined || isMap(node)) return node
    this.report('MAP-002', node, { key, kind: 'a mapping' })
    return undefined
  }

  /** Words of a key nobody reads are a mistake: a misspelt `safety` must not pass for none. */
  onlyKeys(map: YAMLMap, known: readonly string[]): void {
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      if (!known.includes(key)) this.report('MAP-005', pair.key, { key, words: known.join(', ') })
    }
  }
}

export function refuse(issues: readonly Issue[]): void {
  if (issues.some((one) => one.severity === 'error')) throw new KritinfoError(issues)
}
