import { openPackage } from '../../src/definition/package.ts'
import { standardDefinitions } from '../../src/definition/standard.ts'
import { withPackages } from '../../src/definition/with-packages.ts'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { type Tree, treeOf } from '../../src/document/tree.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { standardTerminology } from '../../src/terminology/standard.ts'
import { withTerminology } from '../../src/terminology/terminology-of.ts'
import { standardValidation, type ValidationKit, validate, validationOf } from '../../src/validate.ts'

const home = 'https://definitions.test/'

/** The canonical of a definition that a test writes. */
export function local(name: string): string {
  return home + name
}

/** Element ids with what a profile says of them; path and name of the slice follow from the id. */
export type Elements = Readonly<Record<string, JsonObject>>

/** The differential of a profile. `more` is laid over the rest of it. */
export function profileOf(name: string, type: string, elements: Elements, more: JsonObject = {}): JsonObject {
  return {
    resourceType: 'StructureDefinition',
    url: local(name),
    name,
    status: 'active',
    kind: 'resource',
    abstract: false,
    type,
    baseDefinition: `http://hl7.org/fhir/StructureDefinition/${type}`,
    derivation: 'constraint',
    differential: { element: Object.entries({ [type]: {}, ...elements }).map(elementOf) },
    ...more,
  }
}

function elementOf([id, constraints]: [string, JsonObject]): JsonObject {
  const slice = /:([^.]+)$/.exec(id)?.[1]
  return {
    id,
    path: id.replace(/:[^.]+/g, ''),
    ...(slice === undefined ? {} : { sliceName: slice }),
    ...constraints,
  }
}

/** The definition of a simple extension, or of a complex one by its elements. */
export function extensionOf(
  name: string,
  elements: Elements,
  contexts: readonly (readonly [type: string, expression: string])[] = [['element', 'Element']],
): JsonObject {
  const more = { kind: 'complex-type', context: contexts.map(([type, expression]) => ({ type, expression })) }
  return profileOf(name, 'Extension', { 'Extension.url': { fixedUri: local(name) }, ...elements }, more)
}

/** A value set of codes of one system. */
export function valueSetOf(name: string, system: string, ...codes: string[]): JsonObject {
  const include = [{ system, concept: codes.map((code) => ({ code })) }]
  return { resourceType: 'ValueSet', url: local(name), status: 'active', compose: { include } }
}

/** A complete code system. */
export function codeSystemOf(name: string, ...codes: string[]): JsonObject {
  const concept = codes.map((code) => ({ code }))
  return { resourceType: 'CodeSystem', url: local(name), status: 'active', content: 'complete', concept }
}

/** The standard kit with conformance resources laid over it. */
export function kitWith(...resources: readonly JsonObject[]): ValidationKit {
  const files = new Map<string, Json>(resources.map((one, index) => [`${index}.json`, one]))
  const opened = openPackage(files)
  const terms = [...opened.valueSets, ...opened.codeSystems].map(({ resource }) => resource)
  return validationOf(withPackages(standardDefinitions(), [opened]), withTerminology(standardTerminology(), terms))
}

export interface Asked {
  readonly kit?: ValidationKit
  readonly profiles?: readonly string[]
}

/** All findings of a document as `CODE path`, but for the guideline that resources have a narrative. */
export function findingsOf(document: Json | Tree, asked: Asked = {}): string[] {
  return shown(validated(document, asked).issues.filter(({ params }) => params.key !== 'dom-6'))
}

/** What was not checked, as `CODE path`. */
export function uncheckedOf(document: Json | Tree, asked: Asked = {}): string[] {
  return shown(validated(document, asked).notChecked)
}

export function validated(document: Json | Tree, { kit = standardValidation(), profiles = [] }: Asked = {}) {
  return validate(kit, isTree(document) ? document : treeOf(document), { profiles })
}

function isTree(document: Json | Tree): document is Tree {
  return typeof document === 'object' && document !== null && 'syntax' in document && 'position' in document
}

function shown(issues: readonly Issue[]): string[] {
  return issues.map(({ code, path }) => `${code} ${path}`)
}
