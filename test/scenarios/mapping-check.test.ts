import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { penicillin, run, workplace } from './run.ts'

const place = workplace()
const check = (...args: string[]) => run(['mapping', 'check', ...args], { cwd: place.folder })

describe('mapping check', () => {
  test('the tables of this package pass, and what rests on assumptions is told when asked for', async () => {
    const { code, stdout, stderr } = await run(['mapping', 'check', '-q', '--fail-on', 'warning'])
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    const { stdout: all } = await run(['mapping', 'check', '-v'])
    expect(all).toMatch(/^mappings\/slices\.yaml:\d+:\d+: information CHK-012 An assumption: .* A-updater-url\.$/m)
  })

  test('an overlay: its mistakes with file, line, column and the line itself', async () => {
    place.write(
      'mine/codes/kjonn.yaml',
      'codes: kjonn\nextends: true\ncite: https://example.org/x\nrows:\n  - { left: mann, right: mael }\n',
    )
    const { code, stdout } = await check('mine', '-q')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^mine\/codes\/kjonn\.yaml:5:26: error CHK-017 .* has no code mael\./m)
    expect(stdout).toContain('  5 | - { left: mann, right: mael }')
  })

  test('an overlay that takes away what must be there is told where it does so', async () => {
    const side = '{ root: AllergyIntolerance }'
    place.write(
      'less/a.yaml',
      `table: r4-eps/allergy\nextends: true\nleft: ${side}\nright: ${side}\nrows: []\ndrop: [eps.allergy.onset]\n`,
    )
    const { code, stdout } = await check('less', '-q')
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^less\/a\.yaml:1:1: error CHK-007 .*onset\[x\]/)])
  })

  test('a good overlay, with codes and values of assumptions beside it', async () => {
    place.write('good/mappings.yaml', 'mappings: hospital-2\n')
    const codes = place.write(
      'codes.yaml',
      'codes: 7497-snomed\nextends: true\ncite: https://example.org/x\nrows:\n  - { left: "4", right: "410430005" }\n',
    )
    expect(await check('good', '--codes', codes, '-q')).toMatchObject({ code: 0, stdout: '' })
  })

  test('a folder that stands alone', async () => {
    for (const name of readdirSync('mappings', { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.yaml'),
    ))
      place.write(`alone/${name}`, readFileSync(resolve('mappings', name), 'utf8'))
    expect(await check('alone', '--alone', '-q')).toMatchObject({ code: 0, stdout: '' })
    place.write('alone/slices.yaml', 'slices: []\n')
    expect(await check('alone', '--alone', '-q')).toMatchObject({ code: 1, stdout: expect.stringContaining('MAP-017') })
  })

  test('as JSON, SARIF and annotations', async () => {
    const bad = 'mine'
    const json = JSON.parse((await check(bad, '-f', 'json')).stdout) as {
      items: { input: string; issues: unknown[] }[]
    }
    expect(json.items).toMatchObject([
      { input: 'mine/codes/kjonn.yaml', issues: [{ code: 'CHK-017', line: 5, column: 26 }] },
    ])
    const sarif = JSON.parse((await check(bad, '-f', 'sarif')).stdout) as { runs: { results: { ruleId: string }[] }[] }
    expect(sarif.runs[0]?.results).toMatchObject([{ ruleId: 'CHK-017' }])
    const { stdout } = await check(bad, '-f', 'github')
    expect(stdout).toMatch(/^::error file=mine\/codes\/kjonn\.yaml,line=5,col=26,title=CHK-017::/)
  })

  test('wrong calls', async () => {
    expect(await check('--alone')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('CLI-001') })
    expect(await check('nowhere')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('CLI-007') })
  })
})

describe('--codes and --assume', () => {
  const convert = (...args: string[]) =>
    run(['convert', penicillin, '--to', 'eps', '-o', 'out.json', '--report', 'report.json', ...args], {
      cwd: place.folder,
    })

  test('take part in a conversion, and the report says so', async () => {
    place.write('own.yaml', 'codes: 7497-snomed\nextends: true\nrows: []\ndrop: ["1"]\n')
    place.write('assume.yaml', 'assume:\n  A-updater-url: http://example.org/updater\n')
    expect(await convert('--codes', 'own.yaml', '--assume', 'assume.yaml')).toMatchObject({ code: 0, problems: [] })
    const report = JSON.parse(place.read('report.json')) as { tool: { mappings: string } }
    expect(report.tool.mappings).toMatch(/\+assume\.codes$/)
    expect(place.read('out.json')).not.toContain('39579001')
  })

  test('with a mistake: file, line, column and exit code 2', async () => {
    place.write('wrong.yaml', 'assume:\n  A-updater: http://example.org/updater\n')
    const { code, stderr } = await convert('--assume', 'wrong.yaml')
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^wrong\.yaml:2:14: error MAP-017 There is no assumption "A-updater"\.\n$/),
    ])
    place.write('table.yaml', 'slices: []\n')
    expect(await convert('--codes', 'table.yaml')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^table\.yaml:1:1: error MAP-030/),
    })
    expect(await convert('--codes', 'nowhere.yaml')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nowhere.yaml'),
    })
  })

  test('on a round trip', async () => {
    place.write('roundtrip.yaml', 'assume:\n  A-updater-url: http://example.org/updater\n')
    expect(
      await run(['roundtrip', penicillin, '--via', 'eps', '--assume', place.path('roundtrip.yaml')]),
    ).toMatchObject({ code: 0 })
  })
})
