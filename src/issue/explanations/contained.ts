import type { containedEntries } from '../catalogue-contained.ts'
import type { Explanations } from './explanation.ts'
import { patient } from './show.ts'

const hospital = (id: string) => ({ resourceType: 'Organization', id, name: 'Sykehuset' })
const clinic = (id: string) => ({ resourceType: 'Organization', id, name: 'Legesenteret' })
const both = { managingOrganization: { reference: '#a' }, generalPractitioner: [{ reference: '#b' }] }

/** Contained resources, and ids inside a resource. */
export const containedExplanations: Explanations<keyof typeof containedEntries> = {
  'CTN-001': {
    reason:
      'A contained resource has no life of its own: it is there for what refers to it, and that is done by its id.',
    bad: patient({ contained: [{ resourceType: 'Organization', name: 'Sykehuset' }], active: true }),
    good: patient({ contained: [hospital('a')], managingOrganization: { reference: '#a' } }),
  },
  'CTN-002': {
    reason: 'A reference to an id that two resources have means one of them, and which one depends on the program.',
    bad: patient({ contained: [hospital('a'), clinic('a')], managingOrganization: { reference: '#a' } }),
    good: patient({ contained: [hospital('a'), clinic('b')], ...both }),
  },
  'CTN-003': {
    reason: 'An id of an element is what a link inside the resource leads to. Twice, it leads to either.',
    bad: patient({
      name: [
        { id: 'n', text: 'Kari Berg' },
        { id: 'n', text: 'Kari Hansen' },
      ],
    }),
    good: patient({
      name: [
        { id: 'n', text: 'Kari Berg' },
        { id: 'm', text: 'Kari Hansen' },
      ],
    }),
  },
}
