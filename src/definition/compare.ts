import { type ElementDefinition, type ElementType, choiceKey, extensionValues } from './structure-definition.ts'

/** What differs in an element; `vanished` and `required` are what breaks most. */
export type ElementAspect =
  | 'vanished'
  | 'new'
  | 'required'
  | 'minimum'
  | 'maximum'
  | 'types'
  | 'binding'
  | 'value'
  | 'must-support'
  | 'obligations'

/** One difference of an element between two versions of a profile. */
export interface ElementChange {
  readonly element: string
  readonly aspect: ElementAspect
  /** True if what was valid before may not be valid now, or a duty was added. */
  readonly isStricter: boolean
  readonly before: string
  readonly after: string
}

const order: readonly ElementAspect[] = [
  'vanished',
  'required',
  'maximum',
  'minimum',
  'types',
  'value',
  'binding',
  'obligations',
  'must-support',
  'new',
]

/** Two snapshots, element by element: by aspect, what breaks most first, and within it in the order of the elements. */
export function compareElements(
  before: readonly ElementDefinition[],
  after: readonly ElementDefinition[],
): ElementChange[] {
  const idOf = (one: ElementDefinition) => one.id ?? one.path
  const old = new Map(before.map((one) => [idOf(one), one]))
  const ids = new Set(after.map(idOf))
  const changes = after.flatMap((one) => {
    const element = idOf(one)
    const known = old.get(element)
    if (known !== undefined) return compareElement(element, known, one)
    const isStricter = (one.min ?? 0) > 0
    return [{ element, aspect: 'new' as const, isStricter, before: '', after: occurrence(one) }]
  })
  const gone = [...old].filter(([element]) => !ids.has(element))
  const vanished = gone.map(([element, one]) => ({
    element,
    aspect: 'vanished' as const,
    isStricter: true,
    before: occurrence(one),
    after: '',
  }))
  const all: ElementChange[] = [...vanished, ...changes]
  return all.sort((one, other) => order.indexOf(one.aspect) - order.indexOf(other.aspect))
}

function compareElement(element: string, old: ElementDefinition, one: ElementDefinition): ElementChange[] {
  const [min, max] = [old.min ?? 0, maximum(old)]
  const [newMin, newMax] = [one.min ?? 0, maximum(one)]
  const changes: (ElementChange | undefined)[] = [
    min === newMin
      ? undefined
      : {
          element,
          aspect: min === 0 ? 'required' : 'minimum',
          isStricter: newMin > min,
          before: occurrence(old),
          after: occurrence(one),
        },
    max === newMax
      ? undefined
      : { element, aspect: 'maximum', isStricter: newMax < max, before: occurrence(old), after: occurrence(one) },
    listed(element, 'types', typesOf(old), typesOf(one), false),
    listed(element, 'obligations', obligationsOf(old), obligationsOf(one), true),
    worded(element, 'value', fixedOf(old), fixedOf(one), fixedOf(one) !== ''),
    worded(element, 'binding', bindingOf(old), bindingOf(one), isBound(one)),
    worded(element, 'must-support', flag(old.mustSupport), flag(one.mustSupport), one.mustSupport === true),
  ]
  return changes.filter((change) => change !== undefined)
}

function maximum({ max = '*' }: ElementDefinition): number {
  return max === '*' ? Number.POSITIVE_INFINITY : Number(max)
}

function occurrence({ min = 0, max = '*' }: ElementDefinition): string {
  return `${min}..${max}`
}

function worded(
  element: string,
  aspect: ElementAspect,
  before: string,
  after: string,
  isStricter: boolean,
): ElementChange | undefined {
  return before === after ? undefined : { element, aspect, isStricter, before, after }
}

/** Lists that differ. Fewer types are stricter, and more obligations. */
function listed(
  element: string,
  aspect: ElementAspect,
  before: readonly string[],
  after: readonly string[],
  isDuty: boolean,
): ElementChange | undefined {
  const lacks = (list: readonly string[], other: readonly string[]) => other.some((one) => !list.includes(one))
  const isStricter = isDuty ? lacks(before, after) : lacks(after, before)
  return worded(element, aspect, before.join(', '), after.join(', '), isStricter)
}

function typesOf({ type = [] }: ElementDefinition): string[] {
  return type.map(typeName).sort()
}

function typeName({ code, profile = [], targetProfile = [] }: ElementType): string {
  const named = [...profile, ...[...targetProfile].sort().map((one) => `to ${one}`)]
  return named.length === 0 ? code : `${code}(${named.join(' | ')})`
}

/** What must be sent or shown, by whom (https://hl7.org/fhir/extensions/StructureDefinition-obligation.html). */
function obligationsOf(one: ElementDefinition): string[] {
  const url = 'http://hl7.org/fhir/StructureDefinition/obligation'
  const found = (one.extension ?? []).filter((extension) => extension.url === url)
  const texts = found.map((extension) => {
    const actors = extensionValues(extension, 'actor').map((actor) => String(actor).replace(/^.*\//, ''))
    return [...extensionValues(extension, 'code').map(String), ...actors].join(' ')
  })
  return [...new Set(texts)].sort()
}

function bindingOf({ binding }: ElementDefinition): string {
  return binding === undefined ? '' : `${binding.strength} ${binding.valueSet ?? ''}`.trim()
}

function isBound({ binding }: ElementDefinition): boolean {
  return binding?.strength === 'required' || binding?.strength === 'extensible'
}

function fixedOf(one: ElementDefinition): string {
  const key = choiceKey(one, 'fixed') ?? choiceKey(one, 'pattern')
  // By which type a value is written is not known of compiled definitions, and follows from the element's.
  return key === undefined ? '' : `${key.startsWith('fixed') ? 'fixed' : 'pattern'} ${JSON.stringify(one[key])}`
}

function flag(value: boolean | undefined): string {
  return value === true ? 'yes' : 'no'
}
