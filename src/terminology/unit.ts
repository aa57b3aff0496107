import { both, decided } from './membership.ts'
import { ruleSystem } from './rule-system.ts'
import type { Membership } from './terminology.ts'
import { metricUnits, plainUnits, prefixes } from './unit-symbols.ts'

/**
 * Units of UCUM, `http://unitsofmeasure.org`, by the grammar of https://ucum.org/ucum#section-Grammar-of-Units-and-Unit-Terms:
 * components with `.` or `/` between them, `/` allowed in front; a component is a term in parentheses, a number, a unit
 * with an exponent, each with an annotation in braces, or an annotation alone. Whether a unit makes sense where it
 * stands is not asked. Annotations may have spaces, as in units that FHIR itself lists
 * (https://hl7.org/fhir/R4/valueset-ucum-common.html).
 */
export const units = ruleSystem('http://unitsofmeasure.org', (code) => {
  if (code === '' || code.length > longest) return 'out'
  const place: Place = { text: code, at: code.startsWith('/') ? 1 : 0 }
  const result = term(place)
  return place.at === code.length ? result : 'out'
})

const longest = 500

interface Place {
  readonly text: string
  at: number
}

function term(place: Place): Membership {
  let result = component(place)
  while (result !== 'out' && /[./]/.test(place.text.charAt(place.at))) {
    place.at++
    result = both(result, component(place))
  }
  return result
}

/** Digits are a number, but for those that begin the symbols `10*` and `10^`. */
function component(place: Place): Membership {
  if (place.text.charAt(place.at) === '(') return inParentheses(place)
  const number = take(place, /\d+(?![*^\d])/y)
  const unit = number === undefined ? take(place, unitSymbol) : undefined
  if (unit !== undefined) take(place, /[+-]?\d+/y)
  const annotation = take(place, annotationText)
  if (unit !== undefined) return symbol(unit)
  return decided(number !== undefined || annotation !== undefined)
}

const unitSymbol = /10[*^]|(?:[A-Za-z%'_]|\[[!-Z\\^-~]*\])+/y
const annotationText = /\{[ -z|~]*\}/y

function inParentheses(place: Place): Membership {
  place.at++
  const result = term(place)
  if (place.text.charAt(place.at) !== ')') return 'out'
  place.at++
  take(place, annotationText)
  return result
}

function take(place: Place, pattern: RegExp): string | undefined {
  pattern.lastIndex = place.at
  const [found] = pattern.exec(place.text) ?? []
  if (found !== undefined) place.at += found.length
  return found
}

/** A symbol in brackets that is not known may be one of a newer version. */
function symbol(text: string): Membership {
  if (plainUnits.has(text) || metricUnits.has(text)) return 'in'
  const prefixed = prefixes.some((prefix) => text.startsWith(prefix) && metricUnits.has(text.slice(prefix.length)))
  return prefixed ? 'in' : /^\[.*\]$/.test(text) ? 'unknown' : decided(false)
}
