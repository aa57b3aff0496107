import { fhirModel, readDocument } from '../../src/index.ts'
import { writeXml } from '../../src/xml.ts'
import { type Mutation, type Operator, print } from './mutation.ts'

const fhir = 'xmlns="http://hl7.org/fhir"'

/** The structure of XML: https://hl7.org/fhir/R4/xml.html */
const damage: readonly (readonly [rule: string, act: (text: string) => string])[] = [
  ['elements out of order', firstLast],
  ['no namespace', (text) => text.replace(fhir, '')],
  ['another namespace', (text) => text.replace(fhir, 'xmlns="http://hl7.org/cda"')],
  ['an unknown element first', (text) => text.replace(`${fhir}>`, `${fhir}><unheard value="a"/>`)],
  ['an unknown element at the end', (text) => text.replace(/<\/(\w+)>\s*$/, '<unheard value="a"/></$1>')],
  ['an element of another namespace', (text) => text.replace(/<\/(\w+)>\s*$/, '<x:a xmlns:x="urn:x"/></$1>')],
  ['an unknown attribute', (text) => text.replace(fhir, `${fhir} unheard="a"`)],
  ['an unknown attribute beside value', (text) => text.replace(' value="', ' unheard="a" value="')],
  ['an empty value', (text) => text.replace(/ value="[^"]+"/, ' value=""')],
  ['no value', (text) => text.replace(/ value="[^"]+"/, '')],
  ['text in an element', (text) => text.replace(/<\/(\w+)>\s*$/, 'words</$1>')],
  ['a value as text', (text) => text.replace(/<(\w+) value="([^"]+)"\/>/, '<$1>$2</$1>')],
  ['an unknown resource', (text) => text.replaceAll(/(<\/?)[A-Z]\w+(?=[ >\n])/g, '$1Ting')],
  ['a tag not closed', (text) => text.replace(/<\/(\w+)>\s*$/, '')],
  ['an attribute twice', (text) => text.replace(/( value="[^"]+")/, '$1$1')],
  ['a document type', (text) => text.replace(/<([A-Z])/, '<!DOCTYPE a [<!ENTITY b "c">]><$1')],
  ['an element twice', (text) => text.replace(/(\n {2}<(?:status|gender|active|intent) value="[^"]*"\/>)/, '$1$1')],
]

export const xml: Operator = ({ root }) => {
  if (root.resourceType === 'Bundle') return []
  return damage.flatMap(([rule, act]): Mutation[] => {
    const whole = toXml(print(root))
    const broken = act(whole)
    return broken === whole ? [] : [{ rule: `xml: ${rule}`, at: 'root', make: () => broken }]
  })
}

/** Puts the first simple element behind all others. */
function firstLast(text: string): string {
  const first = /\n {2}<\w+ value="[^"]*"\/>/.exec(text)?.[0] ?? ''
  return text.replace(first, '').replace(/\n<\/(\w+)>\s*$/, `${first}\n</$1>`)
}

function toXml(text: string): string {
  return writeXml(readDocument(text).root, fhirModel(), { pretty: true })
}
