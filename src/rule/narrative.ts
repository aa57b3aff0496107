import type { Path } from '../document/json.ts'
import { xhtmlNamespace } from '../document/xml-parse.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'
import { languageProblems, Languages } from './narrative-language.ts'
import type { Report } from './report.ts'
import {
  type ElementRule,
  fitsParent,
  isActiveElement,
  isAllowedAttribute,
  isBarredBy,
  ruleOf,
  shownAttribute,
  shownElement,
} from './xhtml-grammar.ts'
import { isLink, linkProblem, localTarget, styleProblem } from './xhtml-link.ts'
import { type Attribute, scanXhtml, type XhtmlListener, type XhtmlProblem } from './xhtml-scan.ts'

/** What a narrative is compared with. */
export interface NarrativeContext {
  /** `Resource.language`. */
  readonly language?: string | undefined
  /** Whether something outside of this narrative, but in the document, has the id. Asked for links that lead nowhere else. */
  isTarget?(id: string): boolean
}

const problemCodes: Readonly<Record<XhtmlProblem, IssueCode>> = {
  syntax: 'NAR-001',
  depth: 'NAR-002',
  declaration: 'NAR-003',
  entity: 'NAR-004',
}

/**
 * Checks the text of a narrative (https://hl7.org/fhir/R4/narrative.html): one well formed `div` of XHTML with only the
 * elements and attributes that are allowed, nothing active (txt-1), some content (txt-2), links that lead somewhere, and
 * the language of the resource. It is what `htmlChecks()` in the invariants stands for, and more.
 *
 * Reports NAR-001 to NAR-033, all at the place of the `div`, each distinct one once. Linear in the length of the text.
 */
export function checkNarrative(div: string, path: Path, report: Report, context: NarrativeContext = {}): void {
  const check = new NarrativeCheck((code, params) => report(path, code, params), context)
  const { problem, named } = scanXhtml(div, check)
  if (problem !== undefined) report(path, problemCodes[problem], {})
  else check.finish()
  if (named) report(path, 'NAR-005', {})
}

class NarrativeCheck implements XhtmlListener {
  /** Elements around; nothing for one that is not allowed. */
  readonly #open: (ElementRule | undefined)[] = []
  /** How many of these bar elements at any depth. */
  #barring = 0
  readonly #said = new Set<string>()
  readonly #ids = new Map<string, number>()
  readonly #targets = new Map<string, boolean>()
  readonly #languages = new Languages()
  #prefix: string | undefined
  #content = false

  constructor(
    readonly report: (code: IssueCode, params: Params) => void,
    readonly context: NarrativeContext,
  ) {}

  open(written: string, attributes: readonly Attribute[]): void {
    const depth = this.#open.length
    const name = depth === 0 ? this.#root(written, attributes) : this.#localName(written)
    const rule = ruleOf(name)
    if (rule === undefined) this.#say(isActiveElement(name) ? 'NAR-006' : 'NAR-007', { name: shownElement(name) })
    else if (depth > 0) this.#place(rule)
    for (const attribute of attributes) this.#attribute(name, rule, attribute)
    if (attributes.length > 0) this.#note(name, attributes)
    if (depth <= 1) this.#languages.open(depth, name, attributes)
    if (name === 'img') this.#content = true
    this.#open.push(rule)
    if (rule?.bars) this.#barring++
  }

  close(): void {
    if (this.#open.pop()?.bars) this.#barring--
  }

  text(raw: string): void {
    const parent = this.#open.at(-1)
    if (parent?.isEmpty) this.#say('NAR-012', { name: parent.name })
    if (isBlank(raw)) return
    this.#content = true
    this.#languages.text(this.#open.length)
    if (parent?.contents !== undefined) this.#say('NAR-011', { name: parent.name })
  }

  /** What can be told at the end only. */
  finish(): void {
    if (!this.#content) this.#say('NAR-010', {})
    if ([...this.#ids.values()].some((count) => count > 1)) this.#say('NAR-030', {})
    for (const [id, image] of this.#targets) {
      if (!this.#ids.has(id) && this.context.isTarget?.(id) !== true) this.#say(image ? 'NAR-026' : 'NAR-025', {})
    }
    for (const { code, params } of languageProblems(this.#languages, this.context.language)) this.#say(code, params)
  }

  #root(written: string, attributes: readonly Attribute[]): string {
    const [first, second] = written.split(':')
    const prefix = second === undefined ? undefined : first
    this.#prefix = prefix
    const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
    const namespace = attributes.find(({ name }) => name === declaration)?.value
    if (namespace !== xhtmlNamespace) this.#say('NAR-008', {})
    const name = second ?? written
    if (name !== 'div') this.#say('NAR-009', {})
    return name
  }

  /** Without the prefix, if it is that of the outermost element. */
  #localName(written: string): string {
    const prefix = this.#prefix
    return prefix !== undefined && written.startsWith(`${prefix}:`) ? written.slice(prefix.length + 1) : written
  }

  #place(rule: ElementRule): void {
    const { name } = rule
    const parent = this.#open.at(-1)
    if (parent?.isEmpty) this.#say('NAR-012', { name: parent.name })
    else if (parent !== undefined && !fitsParent(rule, parent)) this.#say('NAR-013', { name, parent: parent.name })
    if (!rule.isBarred || this.#barring === 0) return
    for (const ancestor of this.#open) {
      if (!ancestor?.bars || !isBarredBy(rule, ancestor)) continue
      this.#say('NAR-013', { name, parent: ancestor.name })
      return
    }
  }

  #attribute(element: string, rule: ElementRule | undefined, { name, value }: Attribute): void {
    if (!isAllowedAttribute(rule, name)) this.#otherAttribute(element, name, value)
    else if (name === 'style') this.#address(styleProblem(value), name)
    else if (isLink(element, name)) this.#link(element, name, value)
  }

  #otherAttribute(element: string, name: string, value: string): void {
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      if (name === 'xmlns' && value !== xhtmlNamespace) this.#say('NAR-008', {})
    } else if (/^on/i.test(name)) this.#say('NAR-006', { name: shownAttribute(name) })
    else this.#say('NAR-014', { attribute: shownAttribute(name), name: shownElement(element) })
  }

  #link(element: string, name: string, value: string): void {
    const target = localTarget(element, name, value)
    if (target !== undefined) this.#targets.set(target.id, target.image)
    this.#address(linkProblem(element, name, value), name)
  }

  #address(problem: ReturnType<typeof linkProblem>, name: string): void {
    if (problem !== undefined) this.#say(problem.code, { name, scheme: problem.scheme ?? '' })
  }

  /** `id`, and the `name` of an anchor, are what links lead to; the same on one element is one. */
  #note(element: string, attributes: readonly Attribute[]): void {
    let id: string | undefined
    let anchor: string | undefined
    for (const { name, value } of attributes) {
      if (name === 'id') id = value
      else if (name === 'name' && element === 'a') anchor = value
    }
    if (id !== undefined) this.#count(id)
    if (anchor !== undefined && anchor !== id) this.#count(anchor)
  }

  #count(id: string): void {
    this.#ids.set(id, (this.#ids.get(id) ?? 0) + 1)
  }

  #say(code: IssueCode, params: Params): void {
    const key = `${code} ${Object.values(params).join(' ')}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.report(code, params)
  }
}

/** Whether a text is white space of XML and no more. */
function isBlank(raw: string): boolean {
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x09 && unit !== 0x0d) return false
  }
  return true
}
