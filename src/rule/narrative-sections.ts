import { isObject, type Json, textOf } from '../document/json.ts'
import type { Asker, Check } from './run.ts'

/** A division with a language of its own, and the attributes within its tag. */
const division = /<div\b[^<>]*\b(?:xml:)?lang\s*=\s*["']([^"']+)["'][^>]*>/g

/**
 * The sections by language that a profile asks of a narrative
 * (https://hl7.org/fhir/extensions/StructureDefinition-narrative-language-control.html): `_yes` any, `_no` none, `_resource`
 * one in the resource's language, else one in each language that is named.
 */
export function narrativeSectionsCheck(languages: readonly string[], asker: Asker): Check {
  return (value, _extra, run) => {
    if (!isObject(value) || typeof value.div !== 'string') return
    const sections = sectionsOf(value.div)
    const missing = languages.filter((wanted) => !isMet(wanted, sections, run.scope.resource.language))
    if (missing.length > 0) run.report('NAR-034', { wanted: missing.join(', ') }, asker)
  }
}

/** Those inside the narrative: the outermost division has the language of the whole. */
function sectionsOf(div: string): string[] {
  const inner = div.slice(div.indexOf('>') + 1)
  return [...inner.matchAll(division)].map(([, language = '']) => language)
}

function isMet(wanted: string, sections: readonly string[], language: Json | undefined): boolean {
  if (wanted === '_no') return sections.length === 0
  if (wanted === '_yes') return sections.length > 0
  return sections.includes(wanted === '_resource' ? textOf(language) : wanted)
}
