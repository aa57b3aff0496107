import type { targetEntries } from '../catalogue-target.ts'
import type { Explanations } from './explanation.ts'
import { allergy } from './show.ts'

/** What references lead to. */
export const targetExplanations: Explanations<keyof typeof targetEntries> = {
  'TGT-001': {
    reason:
      'The element says whom or what it is about by the types that it allows. An allergy of an organisation is about nobody.',
    bad: allergy({
      contained: [{ resourceType: 'Organization', id: 'p', name: 'Sykehuset' }],
      patient: { reference: '#p' },
    }),
    good: allergy({ contained: [{ resourceType: 'Patient', id: 'p', active: true }], patient: { reference: '#p' } }),
  },
  'TGT-002': {
    reason:
      'A profile may ask that what it refers to meets a profile itself; only then the whole can be read by those who know the profiles.',
    bad: '(a summary whose patient lacks what the profile of the summary asks of a patient)',
    good: '(the same with the name and birth date of the patient)',
  },
  'TGT-003': {
    reason:
      'A profile may settle whether a resource stands inside another, in the same Bundle, or elsewhere, so that readers know where to look.',
    bad: '(a reference to an entry of the Bundle, where the profile wants a contained resource)',
    good: '(the resource in contained)',
  },
  'TGT-004': {
    reason:
      'A reference may lead out of the document. What is not at hand cannot be held against a profile, and is not taken for valid.',
    bad: '(a Composition alone, with references to entries of its Bundle)',
    good: '(the Bundle with the Composition and what it refers to)',
  },
  'TGT-005': {
    reason: 'Readers use the type to choose how to read before they fetch. If it is wrong they go wrong.',
    bad: '(a reference to a Patient whose type says Organization)',
    good: '(a reference to a Patient whose type says Patient, or nothing)',
  },
  'TGT-006': {
    reason:
      'A relative reference begins with the type that it leads to. That type does not belong here, so either the reference or the record is wrong.',
    bad: allergy({ patient: { reference: 'Organization/1' } }),
    good: allergy({ patient: { reference: 'Patient/1' } }),
  },
  'TGT-007': {
    reason:
      'A reference is resolved by its type and id. What is written otherwise leads nowhere, or is taken for an address on another server.',
    bad: allergy({ patient: { reference: 'patient-1' } }),
    good: allergy({ patient: { reference: 'Patient/1' } }),
  },
}
