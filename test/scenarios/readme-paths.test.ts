import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { installInto, plainEnvironment } from './ci-repository.ts'

/** The paths of the README are pasted as whole blocks, one after the other, into a shell that types on whatever happens. */
const readme = readFileSync('README.md', 'utf8')
const section = /^## Three paths\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? ''
const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => (text ?? '').trimEnd().split('\n'))

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kritinfo-paths-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** As `npm install kritinfo` leaves it. */
function installation(): string {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'package.json'), '{ "dependencies": { "kritinfo": "*" } }\n')
  installInto(folder)
  return folder
}

/** As `npm ci` leaves a clone, in which the package itself is what npx runs. */
function clone(): string {
  const folder = emptyFolder()
  for (const name of ['package.json', '.ci', 'dist']) cpSync(name, join(folder, name), { recursive: true })
  for (const name of ['node_modules', 'mappings', 'profiles', 'examples'])
    symlinkSync(resolve(name), join(folder, name))
  return folder
}

/** The exit code of each line, and all that was written. */
function paste(lines: readonly string[], folder: string): { codes: number[]; text: string } {
  const codes = join(folder, '.codes')
  writeFileSync(codes, '')
  const script = lines.map((line) => `${line}\nprintf '%s\\n' "$?" >> '${codes}'\n`).join('')
  const { stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    // What npx remembers of a clone stays in its folder.
    env: { ...plainEnvironment(), npm_config_cache: join(folder, '.npm') },
  })
  return { codes: readFileSync(codes, 'utf8').trim().split('\n').map(Number), text: stdout + stderr }
}

const codesOf = (lines: readonly string[]) => lines.map((line) => Number(/ +# exit code (\d+)/.exec(line)?.[1] ?? 0))

test('there are three, each in under ten lines', () => {
  expect(blocks).toHaveLength(3)
  for (const lines of blocks) expect(lines.length).toBeLessThan(10)
})

describe.each([
  ['an empty folder after npm install', installation],
  ['a clone', clone],
])('in %s', (_name, make) => {
  const folder = make()

  test.each(blocks.map((lines) => [lines[0] as string, lines] as const))('%s …', (_first, lines) => {
    const { codes, text } = paste(lines, folder)
    expect(codes, text).toEqual(codesOf(lines))
    for (const [, file = ''] of lines.join('\n').matchAll(/ -o (?!- )(\S+)/g))
      expect(
        readFileSync(join(folder, lines[0]?.includes('cd documents') ? 'documents' : '.', file)).length,
        file,
      ).toBeGreaterThan(0)
  })

  test('of the register every document is accounted for: written, or among the rejects', () => {
    const rejects = readFileSync(join(folder, 'rejects.ndjson'), 'utf8').trim().split('\n')
    const count = spawnSync(
      'bash',
      ['-c', 'gunzip -c register.ndjson.gz | wc -l; gunzip -c summaries.ndjson.gz | wc -l'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const [given, written] = count.stdout.trim().split('\n').map(Number)
    expect(written).toBe((given ?? 0) - rejects.length)
    for (const one of rejects) expect(JSON.parse(one).issues.length).toBeGreaterThan(0)
  })
})
