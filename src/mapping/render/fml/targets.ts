import { type Hop, quoted } from './path.ts'
import { groupScope, type Scope } from './rule.ts'

/**
 * The targets of one rule. What holds an element is made when it is first needed, and shared with other rules that need
 * it (list mode `share`), as the tables mean it: two rows that write into one name make one name.
 */
export class Targets {
  readonly lines: string[] = []
  readonly #made = new Map<string, string>()

  constructor(readonly scope: Scope = groupScope) {}

  /** Writes a value: `value` is a variable, a literal or a transform. */
  assign(hops: readonly Hop[], value: string): this {
    const last = hops.at(-1)
    if (last === undefined) return this
    if (last.marks.length > 0) {
      this.reach(hops)
      return this
    }
    const holder = this.reach(hops.slice(0, -1))
    const isTyped = last.isPrimitive && value !== 'true' && value !== 'false'
    this.lines.push(`${holder}.${last.name} = ${isTyped ? `cast(${value}, '${last.type}')` : value}`)
    return this
  }

  /** The variable of an element that holds others. With `fresh` it is made anew, once for each source. */
  reach(hops: readonly Hop[], fresh = false): string {
    let holder = this.scope.target
    let key = ''
    for (const [at, hop] of hops.entries()) {
      key = `${key}.${hop.name}${hop.slice === undefined ? '' : `_${hop.slice}`}`
      const known = this.#made.get(key)
      const isNew = fresh && at === hops.length - 1
      holder = known !== undefined && !isNew ? known : this.#make(holder, hop, key, isNew)
    }
    return holder
  }

  #make(holder: string, hop: Hop, key: string, fresh: boolean): string {
    const variable = `t${this.scope.mark}${this.#made.size + 1}`
    this.#made.set(key, variable)
    const made = hop.type === undefined ? '' : ` = create('${hop.type}')`
    const shared = hop.type === undefined && !fresh ? ` share ${shareName(key)}` : ''
    this.lines.push(`${holder}.${hop.name}${made} as ${variable}${shared}`)
    for (const [path, value] of hop.marks) this.#mark(variable, key, path, value)
    return variable
  }

  /** What makes a member one of its slice, which may lie deeper in it. */
  #mark(variable: string, key: string, path: string, value: string): void {
    const names = path.replaceAll('[]', '').split('.')
    let holder = variable
    let inner = key
    for (const name of names.slice(0, -1)) {
      inner = `${inner}.${name}`
      const known = this.#made.get(inner)
      holder = known ?? this.#make(holder, { name, isPrimitive: false, marks: [], many: false }, inner, false)
    }
    this.lines.push(`${holder}.${names.at(-1)} = ${quoted(value)}`)
  }
}

/** The same for the same place, another for another; an id of FHIR, and a name of the language: no hyphen, no `_`. */
function shareName(key: string): string {
  return key.slice(1).replace(/[^A-Za-z0-9]+(.?)/g, (_all, next: string) => next.toUpperCase())
}
