import { type Hop, marksExpression } from './path.ts'

/** A rule of the mapping language (https://hl7.org/fhir/R4/mapping-language.html#7.8.0.8). */
export interface Rule {
  readonly name: string
  readonly source: string
  readonly targets: readonly string[]
  readonly call?: string
  readonly inner?: readonly Statement[]
}

/** A rule, or a remark where the language has no words. */
export type Statement = Rule | string

/** What is done with a value that was read. */
export type Ending = Pick<Rule, 'targets' | 'call' | 'inner'>

/** The objects that rules read from and write to, and what tells their variables from those of the rules around them. */
export interface Scope {
  readonly source: string
  readonly target: string
  readonly mark: string
}

export const groupScope: Scope = { source: 'src', target: 'tgt', mark: '' }

/** What a value that is read has to meet: `leaf` the value itself, `parent` what holds it, in FHIRPath from there. */
export interface Conditions {
  readonly leaf?: string
  readonly parent?: string
}

/**
 * A rule that goes to an element, step by step, and does something with its value. A list on the way stands for its first
 * member, or for the member of the slice.
 */
export function reading(
  name: string,
  hops: readonly Hop[],
  ending: (variable: string) => Ending,
  { leaf, parent }: Conditions = {},
  { source: context, mark }: Scope = groupScope,
): Rule {
  if (hops.length === 0) return { name, source: `${context}${where(leaf)}`, ...ending(context) }
  const conditions = hops.map((_hop, at) =>
    at === hops.length - 1 ? leaf : at === hops.length - 2 ? parent : undefined,
  )
  const from = (at: number, holder: string): Rule => {
    const hop = hops[at] as Hop
    const variable = `s${mark}${at + 1}`
    const last = at === hops.length - 1
    const source = `${holder}.${step(hop, last)} as ${variable}${where(marked(hop, conditions[at]))}`
    const named = at === 0 ? name : `${name}.step${at}`
    return last
      ? { name: named, source, ...ending(variable) }
      : { name: named, source, targets: [], inner: [from(at + 1, variable)] }
  }
  const first = from(0, context)
  if (parent === undefined || hops.length > 1) return first
  return { name, source: `${context}${where(parent)}`, targets: [], inner: [{ ...first, name: `${name}.step0` }] }
}

function step({ name, type, many, marks }: Hop, last: boolean): string {
  const typed = type === undefined ? name : `${name} : ${type}`
  return many && !last && marks.length === 0 ? `${typed} first` : typed
}

function marked({ marks }: Hop, condition: string | undefined): string | undefined {
  if (marks.length === 0) return condition
  return condition === undefined ? marksExpression(marks) : `${marksExpression(marks)} and ${condition}`
}

export function where(condition: string | undefined): string {
  return condition === undefined ? '' : ` where (${condition})`
}

/** The text of a rule or remark. */
export function print(statement: Statement, margin: string): string {
  if (typeof statement === 'string') return `${margin}// ${statement.replace(/\s+/g, ' ')}\n`
  const { name, source, targets, call, inner = [] } = statement
  const makes = targets.length === 0 ? '' : ` -> ${targets.join(', ')}`
  const block = inner.length === 0 ? '' : ` {\n${inner.map((one) => print(one, `${margin}  `)).join('')}${margin}}`
  const then = call === undefined ? (block === '' ? '' : ` then${block}`) : ` then ${call}`
  return `${margin}${source}${makes}${then} "${ruleName(name)}";\n`
}

/** Ids of FHIR have no `_`, and the official engine takes no dots in the names of rules. */
export function ruleName(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '-').slice(-64)
}
