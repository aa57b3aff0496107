import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/index.ts'
import { document, idOf, newKinds, ofType, recordOf, resourcesOf } from '../form/eps/records.ts'
import { accountProblem, documents, runs, to } from '../laws/kit.ts'

/**
 * "Refuted" hides in ordinary statuses at NHN: completed, inactive. Copied into a summary they say the opposite: that the treatment
 * was given, that the implant was in use. A refuted record of these kinds must not be there in any shape.
 */
describe.each(newKinds)('refuted, kind %s', (kind) => {
  const input = document(recordOf(kind, { status: 'avkreftet' }))

  test.each(['attachment', 'extensions', 'none'] as const)('no trace of it with --carry %s', (carry) => {
    const there = to('eps', input, { carry })
    expect(accountProblem(input, there)).toBeUndefined()
    expect(everything(there.output.root)).not.toContain(idOf(kind))
    expect(there.issues.map(({ code }) => code)).toEqual(['EPS-001'])
    const lost = there.ledger.filter(({ side }) => side !== 'output')
    expect(new Set(lost.map(({ outcome }) => outcome))).toEqual(new Set(['withheld']))
    expect(there.ledger.find(({ path }) => path.endsWith('.status'))).toMatchObject({
      outcome: 'withheld',
      safety: 'negation',
    })
  })

  test('from NHN as well, where the status reads like an ordinary one', () => {
    const kj = to('kj', input).output.root
    const patient: Json = { resourceType: 'Patient', name: [{ text: 'x' }], birthDate: '1970' }
    expect(everything(to('eps', kj, { from: 'kj', patient }).output.root)).not.toContain(idOf(kind))
  })
})

test('what others have done is done, and is not taken for refuted', () => {
  const patient = { resourceType: 'Patient', id: 'p', name: [{ text: 'x' }], birthDate: '1970' }
  const procedure = {
    resourceType: 'Procedure',
    id: 'done',
    status: 'completed',
    code: { text: 'Appendectomy' },
    subject: { reference: 'Patient/p' },
    performedDateTime: '2001',
  }
  const entry = [patient, procedure].map((resource) => ({ resource }))
  const there = to('eps', { resourceType: 'Bundle', type: 'collection', entry } as unknown as Json)
  const back = to('r4', there.output.root)
  for (const { output } of [there, back]) {
    const [made] = ofType(output.root, 'Procedure')
    expect(made).toMatchObject({ status: 'completed' })
    expect(made).not.toHaveProperty('modifierExtension')
  }
  expect(ofType(there.output.root, 'Flag')).toEqual([])
})

const derived: ReadonlySet<unknown> = new Set([
  'intubasjonsproblem',
  'annetProblemVedAnestesi',
  'kritiskMedisinskTilstand',
  'pagaendeBehandling',
  'implantat',
  'avgrensningAvLivsforlengendeBehandling',
  'smitte',
  'behandlingsavklaring',
])
const unsaid: ReadonlySet<unknown> = new Set([...derived, 'annenProsedyreendring'])

test('each record in force of a kind with alerts has one alert, and no other record has', () => {
  fc.assert(
    fc.property(documents(), (input) => {
      const { output } = to('eps', input, { carry: 'none' })
      const named = ofType(output.root, 'Flag')
        .flatMap(({ identifier }) => identifier as JsonObject[])
        .filter(({ system }) => system === 'urn:kritinfo:varsel')
      const expected = (input.registreringer as JsonObject[]).filter(
        ({ type, status }) => status === 'aktiv' && derived.has(type),
      )
      expect(named.map(({ value }) => value).sort()).toEqual(expected.map(({ id }) => id).sort())
    }),
    { numRuns: Math.ceil(runs / 10) },
  )
})

test('no refuted treatment, implant, alert or limitation is in any summary, attachments included', () => {
  fc.assert(
    fc.property(documents(), fc.constantFrom('attachment', 'extensions', 'none'), (input, carry) => {
      const { output } = to('eps', input, { carry: carry as 'none' })
      const mechanical = ({ implantat, implantert }: JsonObject) => implantat !== undefined || implantert !== undefined
      const ids = (input.registreringer as JsonObject[])
        .filter((one) => one.status === 'slettet' || (one.status === 'avkreftet' && isUnsaid(one, mechanical(one))))
        .map(({ id }) => id)
      const there = new Set(resourcesOf(output.root).map(({ id }) => id))
      expect(ids.filter((id) => there.has(id as string))).toEqual([])
    }),
    { numRuns: Math.ceil(runs / 10) },
  )
})

/** Conditions can say refuted themselves; a transplant is one. */
function isUnsaid({ type }: JsonObject, isMechanical: boolean): boolean {
  if (type === 'implantat') return isMechanical
  const conditions = ['intubasjonsproblem', 'annetProblemVedAnestesi', 'kritiskMedisinskTilstand', 'smitte']
  return unsaid.has(type) && !conditions.includes(String(type))
}

/** All text of a document, with what its attachments hold. */
function everything(root: Json): string {
  const files = ofType(root, 'DocumentReference') as unknown as {
    content: [{ attachment: { data: string } }]
  }[]
  const held = files.map(({ content }) => Buffer.from(content[0].attachment.data, 'base64').toString('utf8'))
  return [JSON.stringify(root), ...held].join('\n')
}
