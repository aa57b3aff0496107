import type { CharacterTest, PatternNode, PatternPlace } from './syntax.ts'

/** One step of a program. Those that fork go on at both places, and at the first one rather than at the second. */
export type Step =
  | { readonly kind: 'character'; readonly is: CharacterTest }
  | { readonly kind: 'fork'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'forget'; readonly from: number; readonly until: number }
  | { readonly kind: 'place'; readonly where: PatternPlace }
  | { readonly kind: 'match' }

/** More steps are not made: what is repeated stands there as often as it is repeated. */
const mostSteps = 3_000

/** A regular expression as steps (Thompson 1968, as in RE2); undefined for one that would have too many. */
export function programOf(node: PatternNode): readonly Step[] | undefined {
  const writer = new ProgramWriter()
  writer.write(node)
  if (writer.isFull) return undefined
  writer.steps.push({ kind: 'match' })
  return writer.steps
}

class ProgramWriter {
  readonly steps: Step[] = []

  get isFull(): boolean {
    return this.steps.length >= mostSteps
  }

  write(node: PatternNode): void {
    if (this.isFull) return
    if (node.kind === 'character' || node.kind === 'place') this.steps.push(node)
    else if (node.kind === 'sequence') for (const part of node.parts) this.write(part)
    else if (node.kind === 'choice') this.#choice(node.options)
    else if (node.kind === 'repeat') this.#repeat(node)
    else {
      this.steps.push({ kind: 'save', slot: 2 * node.number })
      this.write(node.part)
      this.steps.push({ kind: 'save', slot: 2 * node.number + 1 })
    }
  }

  #fork(): Extract<Step, { kind: 'fork' }> {
    const fork: Extract<Step, { kind: 'fork' }> = { kind: 'fork', first: this.steps.length + 1, second: 0 }
    this.steps.push(fork)
    return fork
  }

  #choice(options: readonly PatternNode[]): void {
    const ends: { to: number }[] = []
    for (const [index, option] of options.entries()) {
      const isLast = index === options.length - 1
      const fork = isLast ? undefined : this.#fork()
      this.write(option)
      if (fork === undefined) break
      const jump: Step = { kind: 'jump', to: 0 }
      this.steps.push(jump)
      ends.push(jump)
      fork.second = this.steps.length
    }
    for (const end of ends) end.to = this.steps.length
  }

  #repeat({ part, min, max, isGreedy }: Extract<PatternNode, { kind: 'repeat' }>): void {
    const slots = slotsOf(part)
    for (let count = 0; count < min && !this.isFull; count++) this.#turn(part, slots)
    const forks: Extract<Step, { kind: 'fork' }>[] = []
    const isEndless = max === Number.POSITIVE_INFINITY
    for (let count = min; count < (isEndless ? min + 1 : max) && !this.isFull; count++) {
      const at = this.steps.length
      forks.push(this.#fork())
      this.#turn(part, slots)
      if (isEndless) this.steps.push({ kind: 'jump', to: at })
    }
    for (const fork of forks) {
      fork.second = this.steps.length
      if (!isGreedy) [fork.first, fork.second] = [fork.second, fork.first]
    }
  }

  /** What groups captured in one turn is forgotten in the next. */
  #turn(part: PatternNode, { from, until }: Slots): void {
    if (from < until) this.steps.push({ kind: 'forget', from, until })
    this.write(part)
  }
}

interface Slots {
  readonly from: number
  readonly until: number
}

/** The places where the groups of a part keep what they capture. */
function slotsOf(node: PatternNode): Slots {
  if (node.kind === 'repeat') return slotsOf(node.part)
  if (node.kind === 'group') {
    const inner = slotsOf(node.part)
    return { from: 2 * node.number, until: Math.max(2 * node.number + 2, inner.until) }
  }
  const parts = node.kind === 'sequence' ? node.parts : node.kind === 'choice' ? node.options : []
  const all = parts.map(slotsOf).filter(({ from, until }) => from < until)
  if (all.length === 0) return { from: 0, until: 0 }
  return { from: Math.min(...all.map((one) => one.from)), until: Math.max(...all.map((one) => one.until)) }
}
