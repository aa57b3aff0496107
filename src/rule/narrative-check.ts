import { isObject, type Json } from '../document/json.ts'
import { checkNarrative } from './narrative.ts'
import type { Check, Run } from './run.ts'

/** The XHTML of a narrative (https://hl7.org/fhir/R4/narrative.html), with the document around it. */
export const narrativeCheck: Check = (value, _extra, run) => {
  if (typeof value !== 'string') {
    run.report('FMT-001', { type: 'xhtml', expected: 'string', found: typeof value })
    return
  }
  const { language } = run.scope.resource
  checkNarrative(value, run.path, run.tell, {
    language: typeof language === 'string' ? language : undefined,
    isTarget: (id) => isIdIn(run.root, id, run),
  })
}

const anchors = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Whether an element of the document, or of one of its narratives, has the id: a link may lead there. */
function isIdIn(root: Json, id: string, run: Run): boolean {
  run.ids ??= new Set(idsOf(root))
  return run.ids.has(id)
}

function* idsOf(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* idsOf(one)
  if (!isObject(value)) return
  if (typeof value.id === 'string') yield value.id
  if (typeof value.div === 'string')
    for (const [, double, single] of value.div.matchAll(anchors)) yield double ?? single ?? ''
  for (const key of Object.keys(value)) yield* idsOf(value[key] as Json)
}
