import { expect, test } from 'vitest'
import { run, workplace } from './run.ts'

const place = workplace()
const record = (id: string, more: object) => ({ id, type: 'pagaendeBehandling', status: 'aktiv', ...more })
place.write(
  'ki.json',
  JSON.stringify({
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient: { navn: { etternavn: 'Prøve' }, fodselsdato: '1970-01-01' },
    registreringer: [
      record('a', { behandling: { spesifisering: 'Warfarin' } }),
      record('b', { behandling: { spesifisering: 'Aldri gitt' }, status: 'avkreftet' }),
    ],
  }),
)

function typesIn(text: string): string[] {
  const { entry } = JSON.parse(text) as { entry: { resource: { resourceType: string } }[] }
  return entry.map(({ resource }) => resource.resourceType)
}

test('alerts are derived unless --alerts none, and a refuted treatment is in neither', async () => {
  const convert = (...more: string[]) => run(['convert', 'ki.json', '--to', 'eps', ...more], { cwd: place.folder })
  const derived = await convert()
  expect(derived.code).toBe(0)
  expect(typesIn(derived.stdout).filter((type) => type === 'Procedure' || type === 'Flag')).toEqual([
    'Procedure',
    'Flag',
  ])
  expect(derived.stderr).toContain('EPS-001')
  const none = await convert('--alerts', 'none')
  expect(none.code).toBe(0)
  expect(typesIn(none.stdout)).not.toContain('Flag')
  for (const { stdout, stderr } of [derived, none]) expect(stdout + stderr).not.toContain('Aldri gitt')
})

test('roundtrip takes the option too', async () => {
  for (const alerts of ['derive', 'none'])
    expect(
      await run(['roundtrip', 'ki.json', '--via', 'eps', '--alerts', alerts], { cwd: place.folder }),
    ).toMatchObject({
      stdout: expect.stringMatching(/^ki\.json: \d+ differences?, /),
    })
})

test('another word is wrong usage, and names the right ones', async () => {
  const { code, stderr } = await run(['convert', 'ki.json', '--to', 'eps', '--alerts', 'some'], { cwd: place.folder })
  expect(code).toBe(2)
  expect(stderr).toContain('"derive", "none"')
})
