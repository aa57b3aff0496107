/** True if a text has one of the signs `*` and `?`; what has none is a path. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text)
}

/** The folder that a pattern begins with (where to look), and the rest of it. */
export function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const sign = pattern.search(/[*?]/)
  const slash = pattern.lastIndexOf('/', sign)
  return { folder: slash < 0 ? '' : pattern.slice(0, slash + 1), rest: pattern.slice(slash + 1) }
}

/** One step of a pattern: a character that it takes, and whether it stays where it is then, or may be left out. */
interface Step {
  takes(character: string): boolean
  readonly repeats: boolean
  readonly optional: boolean
}

/**
 * `*` is any part of a name, `?` one character of it, `**` as a whole step any number of folders. All ways through the
 * pattern are followed at once, so that no pattern takes longer than its length times that of the path.
 */
export function matcherOf(pattern: string): (path: string) => boolean {
  const names = pattern.split('/')
  const steps = names.flatMap((name, index) => stepsOf(name, index === names.length - 1))
  return (path) => {
    let places = reachable(steps, [0], true)
    for (const character of path) {
      const next: number[] = []
      for (const place of places) {
        const step = steps[place]
        if (step?.takes(character)) next.push(step.repeats ? place : place + 1)
      }
      places = reachable(steps, next, character === '/')
    }
    return places.has(steps.length)
  }
}

const isInName = (character: string) => character !== '/'
const anything: Step = { takes: () => true, repeats: true, optional: true }
/** Folders end where a name begins: what comes after them is tried there only. */
const folders: Step = { takes: () => true, repeats: true, optional: false }
const partOfName: Step = { takes: isInName, repeats: true, optional: true }

function stepsOf(name: string, isLast: boolean): Step[] {
  if (name === '**') return [isLast ? anything : folders]
  const steps = [...name.replace(/\*+/g, '*')].map((sign) => {
    if (sign === '*') return partOfName
    return { takes: sign === '?' ? isInName : (one: string) => one === sign, repeats: false, optional: false }
  })
  return isLast ? steps : [...steps, { takes: (one) => one === '/', repeats: false, optional: false }]
}

/** The places with those that can be come to without a character. */
function reachable(steps: readonly Step[], from: readonly number[], isNewName: boolean): Set<number> {
  const places = new Set<number>()
  for (const start of from) {
    for (let place = start; !places.has(place); place++) {
      places.add(place)
      const step = steps[place]
      if (step === undefined || !(step.optional || (step === folders && isNewName))) break
    }
  }
  return places
}
