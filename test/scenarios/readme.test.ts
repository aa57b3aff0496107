import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What the README shows is typed here as a stranger would type it, in a folder with the examples and the tables and nothing else. */
const readme = readFileSync('README.md', 'utf8')
/** The paths have a test of their own, readme-paths. */
const others = readme.replace(/^## Three paths\n[\s\S]*?(?=^## )/m, '')
const blocks = (language: string) =>
  [...others.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] as string)
const folder = mkdtempSync(join(tmpdir(), 'kritinfo-readme-'))
for (const name of ['examples', 'mappings']) cpSync(name, join(folder, name), { recursive: true })
mkdirSync(join(folder, 'node_modules'))
symlinkSync(resolve('.'), join(folder, 'node_modules/kritinfo'))

describe('every command of the README', () => {
  const commands = blocks('sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npx kritinfo '))

  test('is there', () => {
    expect(commands.length).toBeGreaterThanOrEqual(5)
  })

  test.each(commands)('%s', (command) => {
    const [line = '', expected = '0'] = command.split(/ +# exit code (\d)/)
    const [, , ...args] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    const { status, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect([status, stderr.includes(': error ')]).toEqual([Number(expected), false])
  })
})

test.each(blocks('ts'))('the TypeScript of the README runs', (code) => {
  const file = join(folder, 'example.mjs')
  // It is TypeScript without a type in sight; Node runs it as it is.
  writeFileSync(file, code)
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  if (code.includes('kritinfo/validate')) expect(stdout).toContain('0 errors, ')
  else {
    expect(stdout).toContain('values crossed')
    expect(stdout).toContain('"resourceType": "Bundle"')
  }
})

test.each(['convert', 'validate'])('the README names every option of %s', (command) => {
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', command, '--help'], { encoding: 'utf8' })
  const options = [...stdout.matchAll(/--([a-z-]+)/g)].map((match) => match[1] as string)
  for (const option of new Set(options)) {
    if (!['help', 'version', 'quiet'].includes(option)) expect(readme, option).toContain(`--${option}`)
  }
})
