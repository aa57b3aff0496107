import type { CatalogueEntry } from './catalogue.ts'

/** What is wrong with the ids that tell contained resources and elements apart. */
export const containedEntries = {
  'CTN-001': {
    severity: 'error',
    fhir: 'required',
    en: 'The contained resource has no id, so nothing can refer to it. Give it one that is unique in its container.',
    nb: 'Den inneholdte ressursen har ingen id, så ingenting kan vise til den. Gi den en som er unik i ressursen rundt.',
    cite: 'https://hl7.org/fhir/R4/references.html#contained',
  },
  'CTN-002': {
    severity: 'error',
    fhir: 'duplicate',
    en: 'Two contained resources have this id, so a reference to it is ambiguous. Give each its own, and correct the references.',
    nb: 'To inneholdte ressurser har denne id-en, så en referanse til den er flertydig. Gi hver sin egen, og rett referansene.',
    cite: 'https://hl7.org/fhir/R4/references.html#contained',
  },
  'CTN-003': {
    severity: 'error',
    fhir: 'duplicate',
    en: 'The id of the element stands twice in the resource. Make the ids of elements unique; they are nothing but targets of links.',
    nb: 'Elementets id står to ganger i ressursen. Gjør id-er på elementer unike; de er bare mål for lenker.',
    cite: 'https://hl7.org/fhir/R4/element-definitions.html#Element.id',
  },
} as const satisfies Record<string, CatalogueEntry>
