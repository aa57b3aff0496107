import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { penicillin, run, workplace } from './run.ts'

const place = workplace()

function convertWith(folder: string) {
  return run(
    ['convert', penicillin, '--to', 'eps', '-o', 'out.json', '--report', 'report.json', '--mappings', folder],
    { cwd: place.folder },
  )
}

test('--mappings: an overlay takes part, and the report says so', async () => {
  place.write('mine/mappings.yaml', 'mappings: hospital-2\n')
  place.write('mine/codes/7497-snomed.yaml', 'codes: 7497-snomed\nextends: true\ndrop: ["1"]\nrows: []\n')
  expect(await convertWith('mine')).toMatchObject({ code: 0, problems: [] })
  const report = JSON.parse(place.read('report.json')) as { tool: { mappings: string } }
  expect(report.tool.mappings).toMatch(/\+hospital-2$/)
  expect(place.read('out.json')).not.toContain('39579001')
})

test('an overlay with a mistake: one line a mistake with file and line, exit code 2, no output', async () => {
  place.write('broken/codes/a.yaml', 'codes: nowhere\nextends: true\nrowz: []\n')
  place.write('broken/ki-r4/b.yaml', 'table: [\n')
  const { code, stdout, stderr } = await convertWith('broken/')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^broken\/codes\/a\.yaml:3:1: error MAP-005 /m)
  expect(stderr).toMatch(/^broken\/ki-r4\/b\.yaml:\d+:\d+: error MAP-001 /m)
  for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^broken\/[\w/.-]+:\d+:\d+: error MAP-\d{3} /)
})

test('a folder without tables, or none', async () => {
  mkdirSync(place.path('empty'))
  for (const folder of ['empty', 'nowhere', '/dev/null']) {
    const { code, stderr } = await convertWith(folder)
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*: error CLI-007 [^\n]*\n$/)])
  }
})

describe('the overlay of the guide, in examples/overlay', () => {
  const overlay = fileURLToPath(new URL('../../examples/overlay', import.meta.url))
  const tables = fileURLToPath(new URL('../../mappings', import.meta.url))

  test('holds against the profiles', async () => {
    const { code, stdout } = await run(['mapping', 'check', overlay, '--fail-on', 'warning'], { cwd: place.folder })
    expect([code, stdout]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')])
  })

  test('is laid over the tables that it is compared with', async () => {
    const { code, stdout } = await run(['mapping', 'diff', tables, overlay], { cwd: place.folder })
    expect(code).toBe(1)
    expect(stdout).toContain('row condition.status of ki-r4/condition-common: changed, could turn status round')
    expect(stdout).toContain('4 statements differ, of which 1 could turn a meaning round.')
  })

  test('changes what a conversion gives', async () => {
    const condition = {
      resourceType: 'Condition',
      id: 'c',
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'remission' }],
      },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
      },
      category: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7650', code: '5' }] }],
      code: { text: 'Epilepsi' },
      subject: { display: 'Kari' },
    }
    place.write('condition.json', JSON.stringify(condition))
    const convert = (...more: string[]) =>
      run(['convert', 'condition.json', '--to', 'ki', ...more], { cwd: place.folder })
    expect(JSON.parse((await convert()).stdout)).toMatchObject({ registreringer: [] })
    const { stdout } = await convert('--mappings', overlay)
    expect(JSON.parse(stdout)).toMatchObject({
      registreringer: [{ type: 'kritiskMedisinskTilstand', status: 'aktiv' }],
    })
  })
})
