import { Decimal, type Json } from '../document/json.ts'
import { numberOf, textOf } from './compare.ts'
import type { Functions } from './compiler.ts'
import { type Collect, type Element, EvaluationError, nothing, system } from './element.ts'
import { Unanswerable } from './expression.ts'
import { momentOf } from './moment.ts'
import { matcher } from './pattern.ts'
import { kindOf } from './types.ts'
import { parameter } from './walks.ts'

type Make = Functions<Collect>[string]

/** Functions that make a value of a single one (https://hl7.org/fhirpath/N1/#string-manipulation, #conversion, #math). */
export const makers: Functions<Collect> = {
  length: ofText((text) => system('Integer', text.length)),
  upper: ofText((text) => system('String', text.toUpperCase())),
  lower: ofText((text) => system('String', text.toLowerCase())),
  trim: ofText((text) => system('String', text.trim())),
  substring: ofText((text, [start, length]) => substring(text, numberOf(start), numberOf(length)), 1, 2),
  indexOf: ofText((text, [part]) => texts(part, (one) => system('Integer', text.indexOf(one))), 1, 1),
  replace: ofText((text, [from, to]) => replace(text, textOf(from), textOf(to)), 2, 2),
  replaceMatches: ofText((text, [from, to]) => replaceMatches(text, textOf(from), textOf(to)), 2, 2),
  toString: ofOne((element) => texts(element.value, (text) => system('String', text))),
  toInteger: ofOne(({ value }) => (typeof value === 'boolean' ? system('Integer', Number(value)) : integer(value))),
  toDecimal: ofOne(({ value }) => (typeof value === 'boolean' ? system('Decimal', Number(value)) : decimal(value))),
  toBoolean: ofOne(({ value }) => boolean(value)),
  toDate: ofOne(({ value }) => texts(value, (text) => moment('Date', text.slice(0, 10)))),
  toDateTime: ofOne(({ value }) => texts(value, (text) => moment('DateTime', text))),
  toTime: ofOne(({ value }) => texts(value, (text) => (/^T?\d{2}(:|$)/.test(text) ? moment('Time', text) : undefined))),
  abs: ofNumber(Math.abs),
  ceiling: ofNumber(Math.ceil),
  floor: ofNumber(Math.floor),
  truncate: ofNumber(Math.trunc),
  now: clock(),
  today: clock(),
  timeOfDay: clock(),
}

/** Of a single string; of several, or of another type, nothing. */
function ofText(make: (text: string, rest: (Json | undefined)[]) => Element | undefined, least = 0, most = 0): Make {
  return {
    least,
    most,
    make: (call, type, compiler) => {
      const items = compiler.items(compiler.on(call), type)
      const rest = call.parameters.map((_, index) => compiler.items(parameter(call, index), type))
      return (value, companion, world) => {
        const [first, ...others] = items(value, companion, world)
        const text = first === undefined || kindOf(first.type) !== 'string' ? undefined : textOf(first.value)
        if (text === undefined || others.length > 0) return nothing
        return some(
          make(
            text,
            rest.map((one) => one(value, companion, world)[0]?.value),
          ),
        )
      }
    },
  }
}

function ofOne(make: (element: Element) => Element | undefined): Make {
  return {
    least: 0,
    most: 0,
    make: (call, type, compiler) => {
      const items = compiler.items(compiler.on(call), type)
      return (value, companion, world) => {
        const [first, ...others] = items(value, companion, world)
        if (others.length > 0) throw new EvaluationError('a conversion of several values')
        return first === undefined ? nothing : some(make(first))
      }
    },
  }
}

function ofNumber(make: (number: number) => number): Make {
  return ofOne(({ value }) => {
    const number = numberOf(value)
    return number === undefined ? undefined : ofResult(make(number))
  })
}

/** An Integer or a Decimal, as the number is; sums of decimals are not exact in binary, so the last digits are cut. */
export function ofResult(number: number): Element {
  if (Number.isInteger(number)) return system('Integer', number)
  return system('Decimal', Number(number.toPrecision(15)))
}

/** Validation has no clock: the same document has the same issues tomorrow. */
function clock(): Make {
  const unanswerable: Collect = () => {
    throw new Unanswerable('the time is not at hand')
  }
  return { least: 0, most: 0, make: () => unanswerable }
}

function some(element: Element | undefined): readonly Element[] {
  return element === undefined ? nothing : [element]
}

function texts(value: Json | undefined, make: (text: string) => Element | undefined): Element | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : make(text)
}

function substring(text: string, start: number | undefined, length: number | undefined): Element | undefined {
  if (start === undefined || start < 0 || start >= text.length) return undefined
  const part = length === undefined ? text.slice(start) : text.slice(start, start + Math.max(length, 0))
  return part === '' ? undefined : system('String', part)
}

function replace(text: string, from: string | undefined, to: string | undefined): Element | undefined {
  return from === undefined || to === undefined
    ? undefined
    : system(
        'String',
        text.replaceAll(from, () => to),
      )
}

function replaceMatches(text: string, from: string | undefined, to: string | undefined): Element | undefined {
  return from === undefined || to === undefined ? undefined : system('String', matcher(from).replace(text, to))
}

function integer(value: Json | undefined): Element | undefined {
  return texts(value, (text) => (/^[+-]?\d{1,15}$/.test(text) ? system('Integer', Number(text)) : undefined))
}

function decimal(value: Json | undefined): Element | undefined {
  return texts(value, (text) =>
    /^[+-]?\d{1,30}(?:\.\d{1,30})?$/.test(text) ? system('Decimal', new Decimal(text)) : undefined,
  )
}

function boolean(value: Json | undefined): Element | undefined {
  return texts(value, (text) => {
    if (/^(?:true|t|yes|y|1|1\.0)$/i.test(text)) return system('Boolean', true)
    return /^(?:false|f|no|n|0|0\.0)$/i.test(text) ? system('Boolean', false) : undefined
  })
}

function moment(type: string, text: string): Element | undefined {
  return momentOf(text) === undefined ? undefined : system(type, text)
}
