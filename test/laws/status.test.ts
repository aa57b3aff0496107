import { describe, expect, test } from 'vitest'
import { canonical, type Form, type Json, type JsonObject } from '../../src/index.ts'
import { clone, to } from './kit.ts'

/**
 * The states of each kind in each form, told apart from the tables: pages kjallergyintolerancemd, kjcondition…md, kjproceduremd,
 * kjdeviceusestatementmd, kjflagmd and kjconsent…md of Norsk helsenett's API. Refuted hides in `completed` and `inactive` there.
 */
const refutedUrl = 'urn:kritinfo:StructureDefinition:avkreftet'
const withheld = 'withheld'

interface Grid {
  readonly record: JsonObject
  readonly type: string
  readonly kj: readonly [aktiv: string, avkreftet: string, slettet: string]
  readonly r4: readonly [aktiv: string, avkreftet: string, slettet: string]
  /** What a summary says of an active and of a refuted record; of a deleted one it says nothing. */
  readonly eps: readonly [aktiv: string, avkreftet: string]
}

const allergy = ['active unconfirmed', 'inactive refuted', ' entered-in-error'] as const
const condition = ['active confirmed', 'inactive refuted', ' entered-in-error'] as const
const allergyGrid = { type: 'AllergyIntolerance', kj: allergy, r4: allergy, eps: [allergy[0], allergy[1]] } as const
const conditionGrid = { type: 'Condition', kj: condition, r4: condition, eps: [condition[0], condition[1]] } as const
const consentGrid = {
  type: 'Consent',
  kj: ['active', 'inactive', 'entered-in-error'],
  r4: ['active', 'inactive!', 'entered-in-error'],
  eps: ['document', withheld],
} as const

const grids: readonly Grid[] = [
  { record: { type: 'legemiddelreaksjon', agens: { tekst: 'x' } }, ...allergyGrid },
  { record: { type: 'annenAllergi', agens: { tekst: 'x' } }, ...allergyGrid },
  { record: { type: 'intubasjonsproblem', spesifisering: 'x' }, ...conditionGrid },
  { record: { type: 'annetProblemVedAnestesi', spesifisering: 'x' }, ...conditionGrid },
  { record: { type: 'kritiskMedisinskTilstand', tilstand: { spesifisering: 'x' } }, ...conditionGrid },
  { record: { type: 'smitte', tilstand: { spesifisering: 'x' } }, ...conditionGrid },
  { record: { type: 'implantat', tilstand: { spesifisering: 'x' } }, ...conditionGrid },
  {
    record: { type: 'implantat', implantat: { spesifisering: 'x' } },
    type: 'DeviceUseStatement',
    kj: ['active', 'completed', 'entered-in-error'],
    r4: ['active', 'completed!', 'entered-in-error'],
    eps: ['active', withheld],
  },
  {
    record: { type: 'pagaendeBehandling', behandling: { spesifisering: 'x' } },
    type: 'Procedure',
    kj: ['in-progress', 'completed', 'entered-in-error'],
    r4: ['in-progress', 'unknown!', 'entered-in-error'],
    eps: ['in-progress', withheld],
  },
  {
    record: { type: 'annenProsedyreendring', endring: { spesifisering: 'x' } },
    type: 'Flag',
    kj: ['active', 'inactive', 'entered-in-error'],
    r4: ['active', 'inactive!', 'entered-in-error'],
    eps: ['active', withheld],
  },
  { record: { type: 'avgrensningAvLivsforlengendeBehandling', gyldigTil: '2030' }, ...consentGrid },
  { record: { type: 'behandlingsavklaring' }, ...consentGrid },
]

const states = ['aktiv', 'avkreftet', 'slettet'] as const
const cases = grids.flatMap((grid) => states.map((state, index) => [nameOf(grid), state, index, grid] as const))

function nameOf({ record, type }: Grid): string {
  return `${String(record.type)} (${type})`
}

function documentOf(record: JsonObject): Json {
  const registrering = { id: 'a', ...record }
  const pasient = { navn: { etternavn: 'x' }, fodselsdato: '1970' }
  return clone({ format: 'kritisk-informasjon', versjon: '1.0', pasient, registreringer: [registrering] })
}

function resourcesOf(root: Json): JsonObject[] {
  const { entry } = root as { entry?: { resource: JsonObject }[] }
  return entry === undefined ? [root as JsonObject] : entry.map(({ resource }) => resource)
}

function codeOf(concept: Json | undefined): string {
  return String((concept as { coding?: { code?: string }[] } | undefined)?.coding?.[0]?.code ?? '')
}

/** The status as one word; an exclamation mark for the modifier that says refuted. */
function statusIn(root: Json, type: string): string | undefined {
  const record = resourcesOf(root).find((one) => one.resourceType === type && one.id === 'a')
  if (record === undefined) return undefined
  if (record.status === undefined) return `${codeOf(record.clinicalStatus)} ${codeOf(record.verificationStatus)}`
  const modifiers = (record.modifierExtension ?? []) as JsonObject[]
  return `${String(record.status)}${modifiers.some(({ url, valueBoolean }) => url === refutedUrl && valueBoolean === true) ? '!' : ''}`
}

describe.each(cases)('%s, %s', (_name, status, index, { record, type, kj, r4, eps }) => {
  const isAllergy = type === 'AllergyIntolerance' && status === 'aktiv'
  const input = documentOf({ ...record, status, ...(isAllergy ? { sannsynlighet: 'mistenkt' } : {}) })

  test.each<[Form, string | undefined]>([
    ['kj', kj[index]],
    ['r4', r4[index]],
  ])('is said in %s as %s, and comes back', (form, expected) => {
    const there = to(form, input).output.root
    expect(statusIn(there, type)).toBe(expected)
    expect(canonical(to('ki', there, { from: form }).output.root)).toEqual(canonical(input))
    const round = form === 'kj' ? (['r4', r4[index]] as const) : (['kj', kj[index]] as const)
    expect(statusIn(to(round[0], there, { from: form }).output.root, type)).toBe(round[1])
  })

  test('is said in a summary so that nobody abroad can misread it', () => {
    const made = to('eps', input, { carry: 'none' })
    const expected = eps[index] ?? withheld
    const text = JSON.stringify(made.output.root)
    expect(text).not.toContain(refutedUrl)
    if (expected === 'document') {
      expect(resourcesOf(made.output.root).find((one) => one.id === 'a')?.resourceType).toBe('DocumentReference')
    } else {
      expect(statusIn(made.output.root, type)).toBe(expected === withheld ? undefined : expected)
    }
    if (expected === withheld) {
      expect(made.ledger.filter(({ outcome }) => outcome === 'withheld').map(({ path }) => path)).toContain(
        'kritiskInformasjon.registreringer[0].status',
      )
      expect(resourcesOf(made.output.root).some((one) => one.id === 'a' || one.resourceType === 'Flag')).toBe(false)
    } else {
      const back = to('ki', to('eps', input).output.root, { from: 'eps' })
      expect(canonical(back.output.root)).toEqual(canonical(input))
    }
  })
})

/** Kept back by a grid; a resource without NHN's number of the kind also by what qualifies as critical information. */
const keptBack: readonly string[] = ['CNV-010', 'IMP-001', 'IMP-002']

/** States of R4 that the register does not know, and none of which says refuted. */
const foreign: readonly (readonly [type: string, statuses: readonly string[]])[] = [
  ['Procedure', ['preparation', 'not-done', 'on-hold', 'stopped', 'completed', 'unknown']],
  ['DeviceUseStatement', ['completed', 'intended', 'stopped', 'on-hold']],
  ['Flag', ['inactive']],
  ['Consent', ['draft', 'proposed', 'rejected', 'inactive']],
]
const strange = foreign.flatMap(([type, statuses]) =>
  grids
    .filter((grid) => grid.type === type)
    .flatMap((grid) => statuses.map((one) => [nameOf(grid), one, grid] as const)),
)

describe.each(strange)('%s of others with the status %s', (_name, status, { record, type }) => {
  const plain = to('r4', documentOf({ ...record, status: 'aktiv' })).output.root as {
    entry: { resource: JsonObject }[]
  }
  const root = {
    ...plain,
    entry: plain.entry.map((entry) =>
      entry.resource.resourceType === type ? { ...entry, resource: { ...entry.resource, status } } : entry,
    ),
  } as unknown as Json

  test('is neither active nor refuted in the register: it is kept back, and the ledger and an issue say so', () => {
    const { output, ledger, issues } = to('ki', root, { from: 'r4' })
    expect(output.root).toMatchObject({ registreringer: [] })
    expect(ledger.some(({ path, recoverable }) => path.endsWith('.status') && !recoverable)).toBe(true)
    expect(issues.some(({ code }) => keptBack.includes(code))).toBe(true)
  })

  test('does not reach NHN, where it would say refuted', () => {
    const { output, issues } = to('kj', root, { from: 'r4' })
    expect(resourcesOf(output.root).filter((one) => one.resourceType === type)).toEqual([])
    expect(issues.some(({ code }) => keptBack.includes(code))).toBe(true)
  })

  test('comes back from a summary, if it has a place there, as neither', () => {
    const made = to('eps', root, { from: 'r4' })
    const ki = to('ki', made.output.root, { from: 'eps' }).output.root
    expect(ki).toMatchObject({ registreringer: [] })
    expect(resourcesOf(made.output.root).some((one) => one.resourceType === 'Flag' && one.status === 'active')).toBe(
      false,
    )
  })

  test('is refuted with our modifier, whatever the status says beside it', () => {
    const modifierExtension = [{ url: refutedUrl, valueBoolean: true }]
    const refuted = clone(root) as { entry: { resource: JsonObject }[] }
    for (const { resource } of refuted.entry)
      if (resource.resourceType === type) resource.modifierExtension = modifierExtension
    const ki = to('ki', refuted as unknown as Json, { from: 'r4' }).output.root
    expect(ki).toMatchObject({ registreringer: [{ status: 'avkreftet' }] })
  })
})
