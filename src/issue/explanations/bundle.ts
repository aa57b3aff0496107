import type { bundleEntries } from '../catalogue-bundle.ts'
import type { Explanations } from './explanation.ts'
import { show } from './show.ts'

const server = 'https://hospital.invalid/fhir/'
const urn = 'urn:uuid:2f6d6d3a-5a0b-4a3d-9a53-0f8a3a1b2c3d'
const kari = { resourceType: 'Patient', id: '1', active: true }
const self = { relation: 'self', url: `${server}Patient?name=berg` }
const match = { mode: 'match' }
const entry = (members: object) => ({ fullUrl: `${server}Patient/1`, resource: kari, ...members })
const collection = (...entries: object[]) => show('Bundle', { type: 'collection', entry: entries })
const found = (entries: object[], link: object[] = [self]) =>
  show('Bundle', { type: 'searchset', ...(link.length === 0 ? {} : { link }), entry: entries })

const composition = (members: object) => ({
  fullUrl: 'urn:uuid:0f8a3a1b-5a0b-4a3d-9a53-2f6d6d3a2c3d',
  resource: {
    resourceType: 'Composition',
    status: 'final',
    type: { text: 'Summary' },
    date: '2026-01-31',
    author: [{ display: 'Tove Berg' }],
    title: 'Summary',
    ...members,
  },
})
const subject = { fullUrl: urn, resource: { resourceType: 'Patient', active: true } }
const note = {
  fullUrl: 'urn:uuid:5a0b2f6d-5a0b-4a3d-9a53-0f8a3a1b2c3d',
  resource: { resourceType: 'Basic', code: { text: 'x' } },
}
const document = (entries: object[], members: object = {}) =>
  show('Bundle', {
    ...members,
    identifier: { system: 'urn:ietf:rfc:3986', value: urn },
    type: 'document',
    timestamp: '2026-01-31T12:00:00Z',
    entry: entries,
  })
const about = { subject: { reference: urn } }
const whole = document([composition(about), subject])

const address =
  'References inside a Bundle are found by the fullUrl of entries, so each has to be the address that others use.'
const search =
  'Who searched has to know what was found, what came along, and what was searched for; otherwise a patient of a neighbour is taken for a match.'
const together =
  'A document is signed, stored and read as a whole. What it refers to has to be in it, and what is in it has to belong to it.'

/** Bundles: addresses of entries, links, search sets, documents and messages. */
export const bundleExplanations: Explanations<keyof typeof bundleEntries> = {
  'BDL-001': { reason: address, bad: collection({ resource: kari }), good: collection(entry({})) },
  'BDL-002': { reason: address, bad: collection(entry({ fullUrl: 'Patient/1' })), good: collection(entry({})) },
  'BDL-003': {
    reason: address,
    bad: collection(entry({ resource: { resourceType: 'Patient', active: true } })),
    good: collection(entry({})),
  },
  'BDL-004': {
    reason: address,
    bad: collection(entry({ fullUrl: `${server}Patient/2` })),
    good: collection(entry({})),
  },
  'BDL-005': {
    reason: 'A canonical names a definition in all its copies; an address leads to one of them.',
    bad: '(an entry with a ValueSet whose fullUrl is its url, https://hospital.invalid/sets/colours)',
    good: '(the same with a urn:uuid: as fullUrl)',
  },
  'BDL-006': {
    reason: 'The first entry says what the others are there for; without it there is no document and no message.',
    bad: document([{ fullUrl: urn }, composition(about)]),
    good: whole,
  },
  'BDL-010': {
    reason: 'Links to other pages mean something where a server gave out a part of a longer list.',
    bad: show('Bundle', {
      type: 'collection',
      link: [{ relation: 'next', url: `${server}page/2` }],
      entry: [entry({})],
    }),
    good: collection(entry({})),
  },
  'BDL-011': {
    reason: 'Of two links for one relation a program follows one, and which one cannot be told.',
    bad: found([entry({ search: match })], [self, { ...self, url: `${server}Patient?name=hansen` }]),
    good: found([entry({ search: match })]),
  },
  'BDL-012': {
    reason:
      'A style sheet can hide parts of what people read. One that is elsewhere can change after the document was signed.',
    bad: '(a document with a link of the relation stylesheet to https://hospital.invalid/style.css)',
    good: '(the same with https://hl7.org/fhir/fhir.css)',
  },
  'BDL-013': {
    reason: 'A document has to look the same for whoever reads it, so its style sheet travels with it.',
    bad: '(a document with a link of the relation stylesheet to an entry that is not there)',
    good: '(the same with the entry)',
  },
  'BDL-014': { reason: search, bad: found([entry({ search: match })], []), good: found([entry({ search: match })]) },
  'BDL-015': { reason: search, bad: found([entry({})]), good: found([entry({ search: match })]) },
  'BDL-016': {
    reason: search,
    bad: found([{ fullUrl: `${server}Patient/1`, search: match }]),
    good: found([entry({ search: match })]),
  },
  'BDL-017': {
    reason: 'Without the id nobody can ask the server for this resource again.',
    bad: found([{ fullUrl: urn, resource: { resourceType: 'Patient', active: true }, search: match }]),
    good: found([entry({ search: match })]),
  },
  'BDL-018': {
    reason: search,
    bad: found([entry({ search: { mode: 'outcome' } })]),
    good: found([entry({ search: match })]),
  },
  'BDL-019': {
    reason: 'Without the id nobody can ask the server for this resource again.',
    bad: found([{ fullUrl: urn, resource: { resourceType: 'Patient', active: true } }]),
    good: found([entry({ search: match })]),
  },
  'BDL-020': {
    reason: search,
    bad: found([entry({ search: match })], [{ relation: 'self', url: `${server}Practitioner?name=berg` }]),
    good: found(
      [entry({ search: { mode: 'include' } })],
      [{ relation: 'self', url: `${server}Practitioner?name=berg` }],
    ),
  },
  'BDL-030': { reason: together, bad: document([composition(about)]), good: whole },
  'BDL-031': {
    reason:
      'A relative reference counts from the address of the entry that it stands in. If that is a urn:uuid: there is nothing to count from.',
    bad: document([composition({ subject: { reference: 'Patient/1' } }), { fullUrl: urn, resource: kari }]),
    good: document([composition(about), { fullUrl: urn, resource: kari }]),
  },
  'BDL-032': {
    reason: 'A reference that could mean several entries is read by each program in its own way.',
    bad: '(two versions of one Patient under one fullUrl, and a reference without version)',
    good: '(the same reference with /_history/2)',
  },
  'BDL-033': {
    reason: together,
    bad: '(a Flag in a document that refers to the patient, and to which nothing refers)',
    good: '(the same with a section of the Composition that refers to the Flag)',
  },
  'BDL-034': { reason: together, bad: document([composition(about), subject, note]), good: whole },
  'BDL-035': {
    reason: 'What stands in a message without a link from its header may be there by mistake.',
    bad: '(a message with an entry to which nothing leads)',
    good: '(the same with the entry in the focus of the MessageHeader)',
  },
  'BDL-036': {
    reason: 'Such a link tells people which part of the text an entry is about. One that leads nowhere tells nothing.',
    bad: '(a narrative link to #allergy-1 where no element has that id)',
    good: '(the same with id="allergy-1" on the row)',
  },
  'BDL-037': {
    reason: 'What stands in a message without a link from its header may be there by mistake.',
    bad: '(a message with an entry that refers to another, and to which nothing refers)',
    good: '(the same with the entry in the focus of the MessageHeader)',
  },
}
