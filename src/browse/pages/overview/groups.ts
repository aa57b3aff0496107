import type { ElementPath, Row, Table } from '../../../mapping/table.ts'

/** What an element of a record is about. */
export const elementGroups = ['what', 'state', 'gravity', 'findings', 'dates', 'people', 'text', 'record'] as const
export type ElementGroup = (typeof elementGroups)[number]

/** Parts that several elements are made of: whatever their rows name is about one thing. */
const groupOfTable: Readonly<Record<string, ElementGroup>> = {
  'ki-r4/alder': 'dates',
  'ki-r4/helsepersonell': 'people',
  'ki-r4/kilde': 'people',
  'ki-r4/kode': 'what',
  'ki-r4/reaksjon': 'findings',
  'kj-r4/coding': 'what',
  'kj-r4/concept': 'what',
  'kj-r4/diagnosis': 'what',
  'kj-r4/practitioner-role': 'people',
  'kj-r4/reaction': 'findings',
}

/** The elements of plain R4 right below a resource, extensions by the names of their slices. */
const namesOfGroup: Readonly<Record<ElementGroup, readonly string[]>> = {
  what: [
    ...['category', 'code', 'device', 'policyRule', 'scope', 'type'],
    ...['address', 'gender', 'identifier', 'name', 'telecom'],
  ],
  state: ['clinicalStatus', 'modifierExtension', 'modifierExtension:refuted', 'status', 'verificationStatus'],
  gravity: ['criticality'],
  findings: ['evidence', 'outcome', 'reaction', 'severity', 'stage'],
  dates: [
    ...['abatement[x]', 'birthDate', 'dateTime', 'lastOccurrence', 'onset[x]', 'performed[x]', 'period', 'provision'],
    ...['recordedDate', 'recordedOn', 'timing[x]'],
    ...['extension:implanted', 'extension:notStated', 'extension:recorded', 'extension:recordedDate'],
    ...['extension:updatedDateTime', 'extension:validUntil'],
  ],
  people: [
    'asserter',
    'author',
    'extension:sourceOfInformation',
    'extension:updater',
    'performer',
    'recorder',
    'source',
  ],
  text: ['extension:hlrMinusReason', 'extension:note', 'extension:treatmentGoal', 'note'],
  record: ['contained', 'extension:reservation', 'extension:restriction', 'id', 'meta'],
}

const groupOfName: ReadonlyMap<string, ElementGroup> = new Map(
  elementGroups.flatMap((group) => namesOfGroup[group].map((name) => [name, group] as const)),
)

/**
 * The one group that a row falls in, by the element that it names in plain R4, or, if it names none there, on its other side;
 * undefined for an element that these lists do not know. What is about a resource as a whole is of the record itself.
 */
export function groupOf(row: Row, table: Table): ElementGroup | undefined {
  const [hub, other] = table.id.startsWith('r4-') ? [row.left, row.right] : [row.right, row.left]
  const [element] = hub.length > 0 ? hub : other
  const name = element && firstName(element)
  if (name === undefined || groupOfName.get(name) === 'record') return 'record'
  return groupOfTable[table.id] ?? groupOfName.get(name) ?? groupOfName.get(name.split(':')[0] ?? '')
}

/** The first name below the root; undefined for the root itself, and for what stands for it. */
function firstName({ id, steps }: ElementPath): string | undefined {
  const names = id.split('.')
  const name = names[names.length - steps.length]
  if (steps.length === 0 || name === undefined) return undefined
  return name.startsWith('extension:') || name.startsWith('modifierExtension:') ? name : name.split(':')[0]
}
