import { isOfWord } from './character.ts'
import type { Step } from './program.ts'
import type { PatternPlace } from './syntax.ts'

/** Where a match and what its groups captured begin and end, two numbers each; -1 for what captured nothing. */
export type Captures = readonly number[]

/** Steps that a text may still take. Counts down; below zero the text is given up. */
export interface Budget {
  left: number
}

/** A way through the program that is being followed. */
interface Thread {
  readonly step: number
  readonly captures: Captures
}

/** Where and how to look for a match. */
export interface Search {
  readonly from: number
  /** Two for the match and two for each group; none if only its being there counts. */
  readonly slots: number
  /** The match must begin at `from`, and end where the text ends. */
  readonly isWhole: boolean
}

/**
 * The first match in a text, all ways through the program being followed at once (Pike's machine): each character meets
 * each step once at most, so that the time is bounded by their product, whatever the pattern and the text. Of several
 * matches that begin alike it is the one that a backtracking machine would find first. Undefined if there is none, or if
 * the budget is used up.
 */
export function firstMatch(
  program: readonly Step[],
  text: readonly string[],
  search: Search,
  budget: Budget,
): Captures | undefined {
  const machine = new Machine(program, text, budget)
  let threads: Thread[] = []
  let found: Captures | undefined
  for (let at = search.from; at <= text.length && budget.left >= 0; at++) {
    const next = new Follower(machine, at)
    for (const { step, captures } of threads) {
      next.add(step, captures)
    }
    if (found === undefined && (at === search.from || !search.isWhole)) {
      next.add(
        0,
        Array.from({ length: search.slots }, (_, slot) => (slot === 0 ? at : -1)),
      )
    }
    const { moved, match } = machine.move(next.threads, at, search.isWhole)
    if (match !== undefined) found = match
    if ((found !== undefined && search.slots === 0) || (moved.length === 0 && (found !== undefined || search.isWhole)))
      break
    threads = moved
  }
  return budget.left >= 0 ? found : undefined
}

class Machine {
  constructor(
    readonly program: readonly Step[],
    readonly text: readonly string[],
    readonly budget: Budget,
  ) {}

  /** What is left of the threads after the character at a place. Those after one that has matched are not wanted. */
  move(threads: readonly Thread[], at: number, isWhole: boolean): { moved: Thread[]; match: Captures | undefined } {
    const moved: Thread[] = []
    const character = this.text[at]
    for (const { step, captures } of threads) {
      const one = this.program[step]
      if (one?.kind === 'match' && (!isWhole || at === this.text.length)) {
        return { moved, match: captures.map((place, slot) => (slot === 1 ? at : place)) }
      }
      if (one?.kind === 'character' && character !== undefined && one.is(character))
        moved.push({ step: step + 1, captures })
    }
    return { moved, match: undefined }
  }
}

/** Follows forks and jumps at one place of the text to the steps that want a character; none is come to twice. */
class Follower {
  readonly threads: Thread[] = []
  readonly #seen: Uint8Array

  constructor(
    readonly machine: Machine,
    readonly at: number,
  ) {
    this.#seen = new Uint8Array(machine.program.length)
  }

  /** A stack of its own, with the better way on top: a program may be deeper than the stack of calls. */
  add(start: number, given: Captures): void {
    const open: Thread[] = [{ step: start, captures: given }]
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { step, captures } = one
      if (this.#seen[step] === 1) continue
      this.#seen[step] = 1
      this.machine.budget.left -= 1 + captures.length / 4
      this.#follow(step, captures, open)
    }
  }

  #follow(step: number, captures: Captures, open: Thread[]): void {
    const one = this.machine.program[step]
    if (one === undefined) return
    if (one.kind === 'jump') open.push({ step: one.to, captures })
    else if (one.kind === 'fork') open.push({ step: one.second, captures }, { step: one.first, captures })
    else if (one.kind === 'save') open.push({ step: step + 1, captures: saved(captures, one.slot, this.at) })
    else if (one.kind === 'forget') open.push({ step: step + 1, captures: forgotten(captures, one.from, one.until) })
    else if (one.kind !== 'place') this.threads.push({ step, captures })
    else if (isAt(one.where, this.machine.text, this.at)) open.push({ step: step + 1, captures })
  }
}

/** Who asks for no captures has no slots for them. */
function saved(captures: Captures, slot: number, at: number): Captures {
  return slot < captures.length ? captures.map((place, index) => (index === slot ? at : place)) : captures
}

function forgotten(captures: Captures, from: number, until: number): Captures {
  if (from >= captures.length) return captures
  return captures.map((place, slot) => (slot >= from && slot < until ? -1 : place))
}

function isAt(where: PatternPlace, text: readonly string[], at: number): boolean {
  if (where === '^') return at === 0
  if (where === '$') return at === text.length
  const isBoundary = isOfWord(text[at - 1]) !== isOfWord(text[at])
  return where === '\\b' ? isBoundary : !isBoundary
}
