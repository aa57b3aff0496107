import { getKey, isObject, type Json, type JsonObject, objectsIn, setKey } from '../document/json.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import { portable } from './portable.ts'
import { passKey } from './same.ts'
import type { RowContext } from './structure.ts'
import { wokenBeside } from './wake.ts'

const excipientUrl = 'http://nhn.no/kj/fhir/StructureDefinition/KjInactiveIngredient'
const brandSystem = 'http://nhn.no/kj/fhir/CodeSystem/DrugTradeName'
/** An allergen that is no drug may be what the brand held beside its drug. */
const harmless: ReadonlySet<Json | undefined> = new Set([brandSystem, 'urn:oid:2.16.578.1.12.4.1.1.7514'])
const textForm = /^Hjelpestoff i (.*) \(excipient\)$/s

/**
 * `agent`: the agent of an allergy in a summary that others act on by its codes alone.
 *
 * A reaction to an excipient (hjelpestoff) names the brand that held it. Codes of the drug in that brand would blame the
 * drug, so they stay behind (the brand's own code and allergens that are no drugs go out), and the text says what is meant (semantics: a summary must be safe to
 * process by `code` alone). The text is also how the way back knows it.
 */
export function agent(context: RowContext): RowPlan {
  const plain = portable(context)
  const key = context.left[0]?.[0]?.key ?? 'code'
  const { left, right } = context
  const both = [...left, ...right]
  return {
    wakes: wokenBeside(both, both),
    forward: outward(context.row.id, key, plain.forward),
    backward: homeward(context.row.id, key, plain.backward),
  }
}

function outward(row: string, key: string, plain: Run): Run {
  return (source, target, hop) => {
    const code = getKey(source, key)
    if (!isObject(code) || !isExcipient(code)) return plain(source, target, hop)
    const made = excipientConcept(row, code, hop)
    setKey(target, key, made)
  }
}

/** Is a reaction to what a brand held beside its drug meant, and not to the drug? */
export function isExcipient(code: JsonObject): boolean {
  const extensions = code.extension
  return Array.isArray(extensions) && extensions.some((one) => isFlag(one) && (one as JsonObject).valueBoolean === true)
}

function isFlag(extension: Json): boolean {
  return (
    isObject(extension) &&
    typeof extension.url === 'string' &&
    extension.url.toLowerCase() === excipientUrl.toLowerCase()
  )
}

function excipientConcept(row: string, code: JsonObject, hop: Hop): JsonObject {
  const codings = Array.isArray(code.coding) ? code.coding : []
  const kept = harmlessIn(code)
  const brands = kept.filter((one) => one.system === brandSystem)
  const made: JsonObject = {}
  if (kept.length > 0) made.coding = kept.map((coding) => plainCoding(row, coding, hop))
  for (const coding of codings) if (isObject(coding) && !harmless.has(coding.system)) narrow(row, coding, hop)
  const named =
    typeof code.text === 'string' ? code.text : brands.map((one) => one.display).find((one) => typeof one === 'string')
  made.text = `Hjelpestoff i ${typeof named === 'string' ? named : 'legemidlet'} (excipient)`
  if (typeof code.text === 'string') {
    hop.account.claim(code, 'text')
    hop.account.link(row, code, 'text', made, 'text')
  }
  claimFlag(row, code, made, hop)
  return made
}

/** The codings that may stand for an excipient: those that blame no drug. */
export function harmlessIn({ coding }: JsonObject): JsonObject[] {
  return objectsIn(coding).filter((one) => harmless.has(one.system))
}

function plainCoding(row: string, coding: JsonObject, hop: Hop): JsonObject {
  const made: JsonObject = {}
  for (const key of ['system', 'version', 'code', 'display', 'userSelected']) passKey(row, coding, key, made, hop)
  return made
}

/** A code of the drug is kept from the summary on purpose; the original carries it. */
function narrow(row: string, coding: JsonObject, hop: Hop): void {
  for (const key of Object.keys(coding)) hop.account.remark(row, 'dropped', coding, key)
}

function claimFlag(row: string, code: JsonObject, made: JsonObject, hop: Hop): void {
  for (const extension of (code.extension as Json[]).filter(isFlag) as JsonObject[]) {
    for (const key of Object.keys(extension)) {
      hop.account.claim(extension, key)
      hop.account.link(row, extension, key, made, 'text')
    }
  }
}

function homeward(row: string, key: string, plain: Run): Run {
  return (source, target, hop) => {
    const code = getKey(source, key)
    const match = isObject(code) && typeof code.text === 'string' ? textForm.exec(code.text as string) : null
    if (match === null) return plain(source, target, hop)
    const made: JsonObject = { extension: [{ url: excipientUrl, valueBoolean: true }] }
    restoreConcept(row, code as JsonObject, match[1] as string, made, hop)
    setKey(target, key, made)
  }
}

function restoreConcept(row: string, code: JsonObject, named: string, made: JsonObject, hop: Hop): void {
  for (const key of Object.keys(code)) {
    if (key !== 'text' && key !== 'extension') passKey(row, code, key, made, hop)
  }
  hop.account.claim(code, 'text')
  const displays = Array.isArray(code.coding) ? code.coding.map((one) => (isObject(one) ? one.display : undefined)) : []
  if (named !== 'legemidlet' && !displays.includes(named)) made.text = named
  hop.account.link(row, code, 'text', (made.extension as JsonObject[])[0] as JsonObject, 'valueBoolean')
}
