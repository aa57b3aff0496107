import type { xmlEntries } from '../catalogue-xml.ts'
import type { Explanations } from './explanation.ts'

const ns = 'xmlns="http://hl7.org/fhir"'
const good = `<Patient ${ns}>\n  <active value="true"/>\n</Patient>`
const narrative = (attribute: string) =>
  `<Patient ${ns}>\n  <text>\n    <status value="generated"/>\n    <div${attribute}>Berg</div>\n  </text>\n</Patient>`
const declared = ' xmlns="http://www.w3.org/1999/xhtml"'

/** What can be wrong with XML, as it is read and (DOC-050 to DOC-054) as it is written. */
export const xmlExplanations: Explanations<keyof typeof xmlEntries> = {
  'DOC-030': {
    reason:
      'XML that is not well formed has no tree, so there is nothing to read. Parsers that guess, guess differently.',
    bad: `<Patient ${ns}>\n  <active value=true/>\n</Patient>`,
    good,
  },
  'DOC-031': {
    reason:
      'A document type can name files and addresses that the parser then fetches, and entities that grow without bound. FHIR forbids it.',
    bad: `<!DOCTYPE Patient>\n${good}`,
    good,
  },
  'DOC-032': {
    reason: 'XML itself knows five entities. Those of HTML come with a document type, which FHIR does not allow.',
    bad: `<Patient ${ns}>\n  <name>\n    <text value="Kari&nbsp;Berg"/>\n  </name>\n</Patient>`,
    good: `<Patient ${ns}>\n  <name>\n    <text value="Kari&#160;Berg"/>\n  </name>\n</Patient>`,
  },
  'DOC-033': {
    reason:
      'A processing instruction is an order to some program; it is no part of the record, and a receiver may act on it.',
    bad: `<?xml-stylesheet href="a.xsl"?>\n${good}`,
    good,
  },
  'DOC-034': {
    reason: 'FHIR has one encoding. A declaration of another is wrong, or the file is.',
    bad: `<?xml version="1.0" encoding="ISO-8859-1"?>\n${good}`,
    good: `<?xml version="1.0" encoding="UTF-8"?>\n${good}`,
  },
  'DOC-035': {
    reason: 'A document that stops in the middle lacks what came after. Nothing of it is used.',
    bad: `<Patient ${ns}>\n  <active value="true"/>`,
    good,
  },
  'DOC-036': {
    reason: 'An XML document has one root. Two of them are two documents, and which is meant cannot be told.',
    bad: `${good}\n<Flag ${ns}/>`,
    good,
  },
  'DOC-037': {
    reason: 'Tags that cross leave open which element holds which.',
    bad: `<Patient ${ns}>\n  <name>\n    <text value="Berg"/>\n  </Patient>\n</name>`,
    good: `<Patient ${ns}>\n  <name>\n    <text value="Berg"/>\n  </name>\n</Patient>`,
  },
  'DOC-038': {
    reason: 'A prefix means a namespace only where one is declared for it; without, the name means nothing.',
    bad: '<f:Patient>\n  <f:active value="true"/>\n</f:Patient>',
    good: '<f:Patient xmlns:f="http://hl7.org/fhir">\n  <f:active value="true"/>\n</f:Patient>',
  },
  'DOC-039': {
    reason: 'Of two attributes of one name one would be lost.',
    bad: `<Patient ${ns}>\n  <active value="true" value="false"/>\n</Patient>`,
    good,
  },
  'DOC-040': {
    reason: 'The namespace says whose vocabulary the names are from. Patient in another one is not FHIR’s Patient.',
    bad: '<Patient>\n  <active value="true"/>\n</Patient>',
    good,
  },
  'DOC-041': {
    reason:
      'Every element has its place in the definitions of R4. One that is unknown there may be misspelt, from another version, or in the wrong place.',
    bad: `<Patient ${ns}>\n  <activ value="true"/>\n</Patient>`,
    good,
  },
  'DOC-042': {
    reason: 'FHIR uses attributes for a few things only: value, id and url. A name from elsewhere would be lost.',
    bad: `<Patient ${ns}>\n  <active value="true" source="form"/>\n</Patient>`,
    good,
  },
  'DOC-043': {
    reason: 'An element of a foreign namespace is not FHIR; additions travel as extensions.',
    bad: `<Patient ${ns}>\n  <active xmlns="urn:other" value="true"/>\n</Patient>`,
    good,
  },
  'DOC-044': {
    reason: 'Values stand in attributes. Text between elements belongs to none of them and would be lost.',
    bad: `<Patient ${ns}>\n  <active>true</active>\n</Patient>`,
    good,
  },
  'DOC-045': {
    reason: 'An element that may stand once has one value. Of two, which is meant cannot be told.',
    bad: `<Patient ${ns}>\n  <active value="true"/>\n  <active value="false"/>\n</Patient>`,
    good,
  },
  'DOC-046': {
    reason: 'The elements contained and resource are envelopes for one resource.',
    bad: `<Patient ${ns}>\n  <contained/>\n</Patient>`,
    good: `<Patient ${ns}>\n  <contained>\n    <Organization>\n      <id value="o"/>\n      <name value="Sykehuset"/>\n    </Organization>\n  </contained>\n  <managingOrganization>\n    <reference value="#o"/>\n  </managingOrganization>\n</Patient>`,
  },
  'DOC-047': {
    reason:
      'R4 has a closed list of resource types. Others come from R5 or are spelt otherwise; both are read wrongly if they are guessed.',
    bad: `<Pasient ${ns}>\n  <active value="true"/>\n</Pasient>`,
    good,
  },
  'DOC-048': {
    reason: 'Narrative is XHTML, and only the namespace says so.',
    bad: narrative(''),
    good: narrative(declared),
  },
  'DOC-049': {
    reason:
      'An element without value, extension or children says nothing, and a reader cannot tell whether something was lost there.',
    bad: `<Patient ${ns}>\n  <active/>\n</Patient>`,
    good,
  },
  'DOC-050': {
    reason: 'The root element of the XML is the resource type; without one there is nothing to call it.',
    bad: '{ "active": true }',
    good: '{ "resourceType": "Patient", "active": true }',
  },
  'DOC-051': {
    reason: 'The XML has a place and an order only for elements that R4 defines.',
    bad: '{ "resourceType": "Patient", "activ": true }',
    good: '{ "resourceType": "Patient", "active": true }',
  },
  'DOC-052': {
    reason:
      'The XML is written from the shape that R4 defines; what has another shape cannot be told as XML without changing it.',
    bad: '{ "resourceType": "Patient", "active": [true] }',
    good: '{ "resourceType": "Patient", "active": true }',
  },
  'DOC-053': {
    reason: 'XML 1.0 has no way to write most control characters, not even by number.',
    bad: '{ "resourceType": "Patient", "name": [{ "text": "Berg\\u0007" }] }',
    good: '{ "resourceType": "Patient", "name": [{ "text": "Berg" }] }',
  },
  'DOC-054': {
    reason: 'In XML the narrative stands as elements and not as text, so it has to be well formed.',
    bad: '{ "resourceType": "Patient", "text": { "status": "generated", "div": "<div>Berg" } }',
    good: '{ "resourceType": "Patient", "text": { "status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Berg</div>" } }',
  },
  'DOC-061': {
    reason:
      'XML of FHIR has one order of elements, which schemas and many readers rely on: they look for an element only where it belongs.',
    bad: `<Patient ${ns}>\n  <birthDate value="1972-09-13"/>\n  <active value="true"/>\n</Patient>`,
    good: `<Patient ${ns}>\n  <active value="true"/>\n  <birthDate value="1972-09-13"/>\n</Patient>`,
  },
}
