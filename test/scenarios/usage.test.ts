import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run, workplace } from './run.ts'

const place = workplace()

const wrong: readonly (readonly [args: string, text: RegExp])[] = [
  [
    '',
    /Give a command: convert, validate, roundtrip, show, report, mapping, browse, generate, explain, init or completion\./,
  ],
  ['translate x', /Unknown commands: translate, x\./],
  ['validate', /Not enough non-option arguments/],
  [
    'validate x --profile norsk',
    /--profile takes a canonical or one of eps, ips, kj, no-basis, eu-core, r4; "norsk" is neither\./,
  ],
  ['validate x -f yaml', /Argument: format, Given: "yaml", Choices: "text", "json"/],
  ['validate x -f json -f sarif', /Only one report can go to standard output/],
  ['validate x -o a -o b', /There are more --output than --format\./],
  ['validate x -f json -f sarif -o /tmp/a -o /tmp/./a', /Two reports cannot go to one file\./],
  ['validate x --fail-on any', /Argument: fail-on/],
  ['validate x --fail-on error --fail-on warning', /--fail-on is given twice\./],
  ['validate x --to ki', /Unknown argument: to\./],
  ['validate x --no-such', /Unknown argument: no-such\./],
  ['validate x --config a --no-config', /--config and --no-config are both given\./],
  ['validate x --previous -', /--previous takes a file: standard input is for documents\./],
  ['convert x --to ki --patient -', /--patient takes a file: standard input is for documents\./],
  ['convert x --to ki --rejects -', /--rejects takes a file: standard output is for documents\./],
  ['browse --port=', /--port takes a number from 0 to 65535\./],
  ['generate --count 2 --seed 1 --form ki -o all.json', /all\.json is no name for that/],
  ['generate --count 1 --seed 1 --form ki -o one.xml', /one\.xml is no name for that/],
  ['explain DOC-51', /There is no code "DOC-51"\. Did you mean DOC-051\?/],
  ['explain nonsense', /There is no code "nonsense"\. kritinfo explain alone lists all\./],
  ['convert', /Missing required argument: to\./],
  ['convert --to ki', /Not enough non-option arguments: give an input/],
  ['convert x', /Missing required argument: to\./],
  ['convert x --to fhir', /Argument: to, Given: "fhir", Choices: "ki", "kj", "r4", "eps"\./],
  ['convert x --to ki --from fhir', /Argument: from/],
  ['convert x --to ki --to kj', /--to is given twice\./],
  ['convert x --to ki --no-output', /--no-output says nothing\. Leave --output out\./],
  ['validate x --no-package', /--no-package says nothing\./],
  ['convert x --to ki --bogus', /Unknown argument: bogus\./],
  ['convert x --to ki -o', /Not enough arguments following: o\./],
  ['convert x --to ki --format yaml', /Argument: format/],
  ['convert x --to ki --carry x', /Argument: carry/],
  ['convert x --to ki --refuted x', /Argument: refuted/],
  ['convert x --to ki --fail-on x', /Argument: fail-on/],
  ['convert x --to ki --jobs 0', /--jobs takes a whole number from 1 to 64\./],
  ['convert x --to ki --jobs many', /--jobs takes a whole number from 1 to 64\./],
  ['convert x --to ki --now yesterday', /CLI-004 --now is not a FHIR instant/],
  ['convert x --to ki --now 2026-02-30T12:00:00Z', /CLI-004/],
  ['convert x --to ki --now 2026-01-31T12:00:00', /CLI-004/],
  ['convert x y --to ki --format xml', /Several XML documents need a folder: -o <folder>\./],
  [
    'convert x.ndjson --to ki -o out.json',
    /Of several documents no out\.json is made: .*-o <name>\.ndjson.*-o <name>\//,
  ],
  ['convert x y --to ki -o out.xml.gz', /Of several documents no out\.xml\.gz is made/],
  ['convert x --to ki -o out.ndjson --format json', /out\.ndjson is a name for NDJSON, and --format says json\./],
  ['roundtrip x', /Missing required argument: via\./],
  ['roundtrip x --via ki -o y', /Unknown argument/],
]

describe('a wrong call is one line and exit code 2', () => {
  test.concurrent.each(wrong)('kritinfo %s', async (args, text) => {
    const { code, stdout, stderr } = await run(args.split(' ').filter((one) => one !== ''))
    expect(stderr).toMatch(text)
    expect(stderr).toMatch(/^kritinfo: error CLI-\d{3} [^\n]*\n$/)
    expect([code, stdout]).toEqual([2, ''])
  })
})

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('--help names the commands and the exit codes', async () => {
  const { code, stdout, stderr } = await run(['--help'])
  expect([code, stderr]).toEqual([0, ''])
  for (const word of [
    'convert',
    'validate',
    'roundtrip',
    'explain',
    '2 wrong usage',
    '70 a defect',
    '130, 141, 143 ended by',
  ])
    expect(stdout.replace(/\s+/g, ' ')).toContain(word)
})

test('--help of a command names its options', async () => {
  const { code, stdout } = await run(['convert', '--help'])
  const options = [
    'to',
    'from',
    'output',
    'format',
    'patient',
    'base',
    'report',
    'now',
    'jobs',
    'carry',
    'refuted',
    'mappings',
    'fail-on',
  ]
  for (const name of [...options, 'require-synthetic', 'quiet', 'validate']) expect(stdout).toContain(`--${name} `)
  expect([code, stdout]).toEqual([0, expect.stringContaining('--no-validate')])
})

test('in a folder that was deleted', () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" explain DOC-015'
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, resolve('dist/cli.js')], {
    cwd: place.folder,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^\.: error CLI-003 [^\n]*\n$/)])
})

test('after -- everything is an input, even what looks like an option', async () => {
  const { code, stderr } = await run(['convert', '--to', 'r4', '--', '--to'])
  expect(code).toBe(3)
  expect(stderr).toMatch(/^\.\/--to: error CLI-003 /)
})
