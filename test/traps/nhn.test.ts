import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Form, type Json, type JsonObject, readDocument, roundtrip, treeOf } from '../../src/index.ts'
import { accountProblem, kit, now, to } from '../laws/kit.ts'

/**
 * A searchset as Norsk helsenett's API gives it, of invented people, with all that its published examples show and their
 * pages leave open: presumed as a coding without a code, a system of kinds that nobody knows, the older OID of
 * organisation numbers, an extension that came later, the patient by number alone.
 */
const root = readDocument(readFileSync('test/traps/nhn-searchset.json')).root
const records = (to('ki', root).output.root as { registreringer: JsonObject[] }).registreringer

test('reads as what the clinician recorded', () => {
  expect(records).toMatchObject([
    {
      type: 'legemiddelreaksjon',
      status: 'aktiv',
      sannsynlighet: 'sannsynlig',
      alvorlighetsgrad: 'alvorlig',
      versjonsnummer: '2',
      agens: {
        koder: [
          { system: 'FEST-LegemiddelMerkevare', valgt: true },
          { system: 'ATC', kode: 'J01CE02' },
        ],
      },
      reaksjoner: [{ kode: '1', visning: 'Anafylaktisk reaksjon' }],
      hendelse: { alder: { verdi: 4, enhet: 'a' } },
      kilder: [{ kode: '1' }],
      registrert: {
        tidspunkt: '2020-05-01',
        av: { navn: 'Test, Tove', rolle: 'LE', virksomhet: { organisasjonsnummer: '100100223' } },
      },
      endret: { tidspunkt: '2023-11-21T12:16:30+01:00', av: { navn: 'Prøve, Per' } },
    },
    { type: 'smitte', status: 'aktiv', gyldigTil: '2030-01-01', hendelse: { dato: '2024' }, kommentar: 'a' },
  ])
})

test('the recorder stays the first recorder, and the updater is not taken for him', () => {
  const home = to('kj', to('ki', root).output.root).output.root as { entry: { resource: JsonObject }[] }
  const parts = home.entry.flatMap((entry) => (entry.resource.contained ?? []) as JsonObject[]).slice(0, 2)
  const names = parts.map((part) => [part.id, (part.practitioner as JsonObject).display])
  expect(Object.fromEntries(names)).toEqual({ recorderRef: 'Test, Tove', updaterRef: 'Prøve, Per' })
})

describe.each<Form>(['ki', 'r4', 'eps'])('through %s and back', (via) => {
  const patient: Json = { resourceType: 'Patient', name: [{ text: 'Kari Prøve' }], birthDate: '1972-09-13' }
  const options = via === 'eps' ? { now, patient } : { now }

  test('everything is accounted for', () => {
    expect(accountProblem(root, to(via, root, options))).toBeUndefined()
  })

  test('only what NHN does not store, and the one newer OID in an answer of the older generation, comes back otherwise', () => {
    const trip = roundtrip(kit, treeOf(root), via, options)
    const expected = [
      'resources[1].code.coding[0].extension',
      'resources[1].contained[0].organization.identifier.system',
    ].map((path) => `$.${path}`)
    expect(trip.differences).toEqual(via === 'eps' ? [] : expected)
    for (const path of [
      'Bundle.entry[1].resource.contained[0].organization.identifier.system',
      'Bundle.entry[1].resource.code.coding[0].extension[0].url',
    ]) {
      expect(trip.there.ledger.map((entry) => entry.path)).toContain(path)
    }
  })
})
