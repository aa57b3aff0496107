import type { CatalogueEntry } from './catalogue.ts'

const references = 'https://hl7.org/fhir/R4/references.html'

/** TGT: what a reference leads to. */
export const targetEntries = {
  'TGT-001': {
    severity: 'error',
    fhir: 'structure',
    en: 'The reference leads to {found}; here it may lead to {expected}. Refer to a resource of such a type.',
    nb: 'Referansen peker på {found}; her kan den peke på {expected}. Pek på en ressurs av en slik type.',
    cite: references,
  },
  'TGT-002': {
    severity: 'error',
    fhir: 'structure',
    en: 'What the reference leads to meets none of the profiles that are asked for here: {profiles}. Correct that resource, or refer to another.',
    nb: 'Det referansen peker på, oppfyller ingen av profilene som kreves her: {profiles}. Rett den ressursen, eller pek på en annen.',
    cite: references,
  },
  'TGT-003': {
    severity: 'error',
    fhir: 'structure',
    en: 'What the reference leads to is {found}; it has to be {expected}. Move the resource.',
    nb: 'Det referansen peker på, er {found}; det må være {expected}. Flytt ressursen.',
    cite: 'https://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.type.aggregation',
  },
  'TGT-004': {
    severity: 'information',
    fhir: 'incomplete',
    en: 'What the reference leads to is not at hand, so it was not held against {profiles}.',
    nb: 'Det referansen peker på, er ikke tilgjengelig, så det er ikke kontrollert mot {profiles}.',
    cite: references,
  },
  'TGT-005': {
    severity: 'error',
    fhir: 'invalid',
    en: 'The type that the reference states is no resource, or not that of what it leads to. Correct one of them.',
    nb: 'Typen som referansen oppgir, er ingen ressurs, eller ikke typen til det den peker på. Rett en av dem.',
    cite: `${references}#Reference`,
  },
  'TGT-006': {
    severity: 'warning',
    fhir: 'structure',
    en: 'The text of the reference names {found}; here it may lead to {expected}. What it leads to is not at hand: look whether it is right.',
    nb: 'Teksten i referansen nevner {found}; her kan den peke på {expected}. Det den peker på, er ikke tilgjengelig: se etter om det er riktig.',
    cite: references,
  },
  'TGT-007': {
    severity: 'error',
    fhir: 'invalid',
    en: 'A relative reference is the type of a resource, a slash, and its id. Write it so, or write the whole URL.',
    nb: 'En relativ referanse er ressurstypen, en skråstrek og id-en. Skriv den slik, eller skriv hele URL-en.',
    cite: `${references}#literal`,
  },
} as const satisfies Record<string, CatalogueEntry>
