import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { profileAliases } from '../../src/profile-alias.ts'
import { editedText, textEdits } from './mutate-text.ts'
import { damagedText } from './target-convert.ts'
import { demandSilence, type Target } from './target.ts'

/** A call of the built program, with the files that lie where it is called. Gzip is put around those named so. */
interface CommandCase {
  readonly args: readonly string[]
  readonly files: Readonly<Record<string, string>>
  readonly stdin: string
}

const program = resolve('dist/cli.js')
const documented: readonly (number | null)[] = [0, 1, 2, 3, 4, 5]
const forms = ['ki', 'kj', 'r4', 'eps', 'x'] as const
const inputs = [
  'in/a.json',
  'in/a.json',
  'in',
  'in/lines.ndjson',
  'in/lines.ndjson.gz',
  'in/*.json',
  'in/**/**/*.json',
  '-',
  'nowhere.json',
  '*.x',
  '',
  '--',
  'in/a.json/',
  '/dev/null',
] as const
const word = (name: string, ...values: readonly string[]) =>
  fc.constantFrom(...values).map((value) => [`--${name}`, value])

const shared = [
  word('from', ...forms),
  word('now', '2026-11-22T12:00:00Z', 'yesterday', '', '9999-99-99T99:99:99Z'),
  word('carry', 'attachment', 'extensions', 'none', 'x'),
  word('patient', 'in/a.json', 'nowhere.json', 'in'),
  word('base', 'in/a.json', 'in/lines.ndjson'),
  word('mappings', 'in', 'nowhere', 'tables'),
  word('codes', 'tables/a.yaml', 'in/a.json'),
  word('assume', 'tables/a.yaml'),
  word('report', 'out/report.json', 'out/report.ndjson', 'out/report.ndjson.gz', 'in/a.json', '/nowhere/x.json', ''),
]
const convertWords = [
  ...shared,
  word('to', ...forms),
  word('to', 'eps', 'ki'),
  word('output', 'out', 'out/', 'out/a.json', 'out/a.ndjson', 'out/a.ndjson.gz', 'in/a.json', '/nowhere/x/y', ''),
  word('format', 'json', 'xml', 'ndjson', 'x'),
  word('jobs', '1', '2', '0', '-1', 'x', '1e9'),
  word('fail-on', 'none', 'safety', 'any', 'x'),
  word('rejects', 'out/rejects.ndjson', 'out/rejects.ndjson.gz', 'in/a.json'),
  word('dialect', 'sfm', 'no-basis', 'nhn-2021', '__proto__'),
  fc.constantFrom(['--no-validate'], ['--quiet'], ['--resume'], ['--envelope'], ['--require-synthetic']),
]
const validateWords = [
  word('profile', ...profileAliases, '__proto__', 'http://example.org/x'),
  word('package', 'in', 'package.tgz', 'package.zip', 'nowhere', 'in/a.json'),
  word('format', 'text', 'json', 'ndjson', 'outcome', 'sarif', 'junit', 'github', 'html', 'summary', 'x'),
  word('output', 'out/report', 'out/other', 'in/a.json', '-', ''),
  word('fail-on', 'error', 'warning', 'information'),
  word('baseline', 'in/a.json', 'in/lines.ndjson', 'nowhere'),
  word('previous', 'in/a.json', 'nowhere'),
  fc.constantFrom(['--verbose'], ['--quiet']),
]
const roundtripWords = [...shared, word('via', ...forms), word('via', 'kj', 'eps')]
const strange = fc.constantFrom(
  ['--__proto__', 'x'],
  ['--constructor=1'],
  ['--x'],
  ['-'],
  ['--'],
  ['--help'],
  ['--version'],
  ['-o'],
  ['--to'],
  ['\u0000'.replace('\u0000', 'x')],
  ['--a.b=1'],
  ['--input', 'x'],
  ['--', '-x'],
  ['𝕏'],
)

function call(command: string, words: readonly fc.Arbitrary<readonly string[]>[]): fc.Arbitrary<string[]> {
  const input = fc.array(fc.constantFrom<string>(...inputs), { minLength: 1, maxLength: 2 })
  const options = fc.uniqueArray(
    fc.oneof({ weight: 12, arbitrary: fc.oneof(...words) }, { weight: 1, arbitrary: strange }),
    { maxLength: 6, selector: ([name]) => name },
  )
  return fc.tuple(input, options).map(([files, list]) => [command, ...files, ...list.flat()])
}

const args = fc.oneof(
  {
    weight: 5,
    arbitrary: call('convert', convertWords).map((list) => (list.includes('--to') ? list : [...list, '--to', 'eps'])),
  },
  { weight: 3, arbitrary: call('validate', validateWords) },
  {
    weight: 2,
    arbitrary: call('roundtrip', roundtripWords).map((list) =>
      list.includes('--via') ? list : [...list, '--via', 'kj'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.constantFrom(
        'mapping',
        'list',
        'check',
        'show',
        'trace',
        'diff',
        'render',
        'explain',
        'report',
        'in',
        'in/a.json',
        'DOC-001',
        '--table',
        'x',
        '-f',
        'json',
      ),
      { maxLength: 5 },
    ),
  },
)

const jsonTokens = ['{', '"', '\n', '}\n{', 'null\n', '\u0000'] as const
const files = fc
  .record({
    one: damagedText,
    other: damagedText,
    damage: textEdits(jsonTokens),
    lines: fc.array(fc.nat(3), { maxLength: 6 }),
  })
  .map(({ one, other, damage, lines }) => {
    const documents = [one, other, editedText(one, damage).replaceAll('\n', ' '), '']
    const text = lines.map((index) => `${documents[index]}\n`).join('')
    return {
      'in/a.json': editedText(one, damage),
      'in/deep/b.json': other,
      'in/lines.ndjson': text,
      'in/lines.ndjson.gz': text,
      'tables/a.yaml': 'codes: x\nextends: true\n',
      'package.tgz': 'x',
    }
  })

/** A call ends with a code that is documented, says no more than it may, and writes nothing but what it was asked to. */
function check({ args: given, files: written, stdin }: CommandCase): void {
  const folder = mkdtempSync(join(tmpdir(), 'kritinfo-fuzz-'))
  try {
    for (const [name, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text)
    }
    mkdirSync(join(folder, 'out'))
    const run = spawnSync(process.execPath, [program, ...given], { cwd: folder, input: stdin, timeout: 25_000 })
    const [stdout, stderr] = [String(run.stdout), String(run.stderr)]
    if (!documented.includes(run.status))
      throw new Error(`exit code ${run.status} ${run.signal ?? ''}: ${stderr.slice(0, 300)}`)
    if (/^\s+at .*:\d+:\d+|CLI-070|node:internal/m.test(stderr))
      throw new Error(`a stack trace: ${stderr.slice(0, 300)}`)
    demandSilence('standard error', stderr)
    if (given[0] !== 'convert') demandSilence('standard output', stdout)
    demandOnly(folder, written, given)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function demandOnly(folder: string, written: Readonly<Record<string, string>>, args: readonly string[]): void {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath ?? one.path, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
  const strangers = names.filter((name) => !Object.hasOwn(written, name) && !name.startsWith('out'))
  if (strangers.length > 0) throw new Error(`a file where none was asked for: ${strangers.join(' ')}`)
  const unfinished = names.find((name) => /\.tmp$|kritinfo-(?:part|journal)/.test(name))
  if (unfinished !== undefined) throw new Error(`an unfinished file: ${unfinished}`)
  for (const [name, text] of Object.entries(written)) {
    // A file that is no input may be named as an output, and is one then.
    if (args.some((one, index) => one === name && /^--(?:output|report|rejects)$/.test(args[index - 1] ?? ''))) continue
    const content = readFileSync(join(folder, name))
    if (!content.equals(name.endsWith('.gz') ? gzipSync(text) : Buffer.from(text)))
      throw new Error(`an input was written over: ${name}`)
  }
  for (const name of names.filter((one) => /report|^out\/other/.test(one))) {
    if (name.startsWith('out')) demandSilence('a report', readFileSync(join(folder, name), 'latin1'))
  }
}

export const commandTarget: Target<CommandCase> = {
  name: 'command',
  cases: fc.record({ args, files, stdin: fc.oneof(fc.constant(''), damagedText) }),
  bound: 20_000,
  check,
}
