import { type ContainerStep, containerSteps } from '../mapping/steps.ts'

type Side = 'writes' | 'reads'

/**
 * The step of the code around the tables that writes or takes an element which no row does; undefined if there is none.
 * Where several make whole resources of one type, it is the one that has a part in this very resource.
 */
export function stepAt(side: Side, element: string, hasPart: (step: string) => boolean): string | undefined {
  const found = containerSteps.filter((step) => step[side].some((name) => holds(name, element)))
  const [first] = found
  if (first === undefined || !isWhole(first, side, element)) return first?.id
  return (found.find((step) => isWhole(step, side, element) && hasPart(step.id)) ?? first).id
}

/** `*.text` holds `Condition.text.div`; `Composition` all of it. */
function holds(name: string, element: string): boolean {
  const wanted = name.startsWith('*.') ? `${element.split('.')[0]}${name.slice(1)}` : name
  return element === wanted || element.startsWith(`${wanted}.`)
}

function isWhole(step: ContainerStep, side: Side, element: string): boolean {
  return step[side].some((name) => !name.includes('.') && holds(name, element))
}
