import { expect, test } from 'vitest'
import { canonical, convert, type Json, standardToolkit, treeOf } from '../../../src/index.ts'

const kit = standardToolkit()
const now = '2026-11-22T12:00:00Z'

const implant: Json = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'https://example.org/Device/d',
      resource: {
        resourceType: 'Device',
        id: 'd',
        manufacturer: 'Eksempelverket',
        lotNumber: 'L-1',
        serialNumber: 'S-1',
        extension: [{ url: 'https://example.org/mr', valueBoolean: true }],
        type: { text: 'Pacemaker' },
      },
    },
    {
      fullUrl: 'https://example.org/DeviceUseStatement/u',
      resource: {
        resourceType: 'DeviceUseStatement',
        id: 'u',
        meta: { profile: ['http://hl7.org/fhir/StructureDefinition/DeviceUseStatement'] },
        extension: [{ url: 'https://example.org/side', valueString: 'venstre' }],
        status: 'active',
        subject: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897200265' } },
        timingPeriod: { start: '2015-03' },
        device: { reference: 'https://example.org/Device/d' },
      },
    },
  ],
}

test('what is said of an implant beside its kind goes to utvidelser with its place, and back to the device', () => {
  const there = convert(kit, treeOf(implant), { to: 'ki', now })
  const [record] = (there.output.root as { registreringer: { utvidelser: { sti: string }[] }[] }).registreringer
  expect(record?.utvidelser.map(({ sti }) => sti)).toEqual([
    'extension',
    'subject',
    'Device.manufacturer',
    'Device.lotNumber',
    'Device.serialNumber',
    'Device.extension',
  ])
  expect(there.ledger.filter(({ outcome }) => outcome === 'dropped' || outcome === 'withheld')).toEqual([])
  const back = convert(kit, treeOf(there.output.root), { to: 'r4', now })
  expect(canonical(back.output.root)).toEqual(canonical(implant))
})

test.each(['kj', 'r4'] as const)('two implants of one model are two devices on the way to %s', (to) => {
  const record = (id: string) => ({
    id,
    type: 'implantat',
    status: 'aktiv',
    implantat: { spesifisering: 'Hofteprotese' },
  })
  const document = {
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient: {},
    registreringer: [record('a'), record('b')],
  }
  const { output } = convert(kit, treeOf(document as Json), { to, now })
  const entries = (output.root as { entry: { resource: { resourceType: string; contained?: unknown[] } }[] }).entry
  const devices =
    to === 'kj'
      ? entries.flatMap(({ resource }) => resource.contained ?? [])
      : entries.filter(({ resource }) => resource.resourceType === 'Device')
  expect(devices).toHaveLength(2)
})
