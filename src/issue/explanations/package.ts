import type { packageEntries } from '../catalogue-package.ts'
import type { Explanations } from './explanation.ts'
import { show } from './show.ts'

const profile = (members: object) =>
  show('StructureDefinition', {
    url: 'https://example.org/StructureDefinition/my-patient',
    name: 'MyPatient',
    status: 'active',
    kind: 'resource',
    abstract: false,
    type: 'Patient',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
    derivation: 'constraint',
    ...members,
  })
const differential = (path: string) => ({ differential: { element: [{ id: path, path, min: 1 }] } })
const good = profile(differential('Patient.name'))

const bound = 'A bound keeps a hostile or damaged archive from filling the disk or the memory.'

/** What can be wrong with a package of profiles. The examples are files of a package. */
export const packageExplanations: Explanations<keyof typeof packageEntries> = {
  'PKG-001': {
    reason: 'A package without definitions would change nothing, and whoever gave it would believe that it did.',
    bad: '(--package with a folder of examples)',
    good: '(--package with the folder or .tgz that the publisher offers)',
  },
  'PKG-002': {
    reason: 'Without this member it cannot be told what the definition is called, or what it is about.',
    bad: profile({ url: undefined, ...differential('Patient.name') }),
    good,
  },
  'PKG-003': {
    reason:
      'A canonical with a version names one definition. With two, which one holds would depend on the order of files.',
    bad: '(my-patient.json and my-patient-copy.json with the same url and version)',
    good: '(one of them)',
  },
  'PKG-004': {
    reason:
      'Elements have other names and rules in other versions of FHIR, so a profile of R5 says nothing about a document of R4.',
    bad: '{\n  "name": "example",\n  "version": "1.0.0",\n  "fhirVersions": ["5.0.0"]\n}',
    good: '{\n  "name": "example",\n  "version": "1.0.0",\n  "fhirVersions": ["4.0.1"]\n}',
  },
  'PKG-005': {
    reason: 'The differential says what a profile adds, the snapshot what it comes to. With neither it says nothing.',
    bad: profile({}),
    good,
  },
  'PKG-006': {
    reason:
      'A profile adds to another one. Without that one most of its rules are missing, and what passed would not be valid.',
    bad: profile({
      baseDefinition: 'https://example.org/StructureDefinition/their-patient',
      ...differential('Patient.name'),
    }),
    good,
  },
  'PKG-007': {
    reason: 'A profile that derives from itself has no beginning.',
    bad: profile({
      baseDefinition: 'https://example.org/StructureDefinition/my-patient',
      ...differential('Patient.name'),
    }),
    good,
  },
  'PKG-008': {
    reason: 'A rule about an element that does not exist would never be checked.',
    bad: profile(differential('Patient.nmae')),
    good,
  },
  'PKG-020': {
    reason: 'Half a package has half its rules, and what passed would not be valid.',
    bad: '(a download that was interrupted)',
    good: '(the .tgz as the registry serves it, or a folder)',
  },
  'PKG-021': {
    reason: bound,
    bad: '(--package with the folder of all projects)',
    good: '(--package with the folder of one package)',
  },
  'PKG-022': {
    reason: bound,
    bad: '(an archive of a few bytes that unpacks to many gigabytes)',
    good: '(the .tgz as the registry serves it)',
  },
  'PKG-023': {
    reason: 'Such a path is made to write over files elsewhere on the machine of whoever unpacks it.',
    bad: '(an archive with ../../.profile in it)',
    good: '(an archive with package/package.json and the like)',
  },
  'PKG-024': {
    reason: 'Whoever checked the archive may have seen the first file, and whoever unpacks it gets the second.',
    bad: '(an archive with package/ValueSet-a.json twice)',
    good: '(an archive in which each path stands once)',
  },
}
