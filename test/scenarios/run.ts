import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Lines of stderr without the summaries of conversions that went well, and without the numbers of many. */
  readonly problems: readonly string[]
}

const program = resolve('dist/cli.js')

/** Runs the built command line as a user does. */
export function run(
  args: readonly string[],
  options: { stdin?: string | Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: options.cwd, env: options.env })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.stdin ?? '')
    child.on('error', fail)
    child.on('close', (code) => {
      const stderr = Buffer.concat(err).toString()
      const problems = stderr
        .split('\n')
        .filter((line) => line !== '' && !/: \w+(?: \([\w-]+\))? → \w+, \d+ lea/.test(line))
        .filter((line) => !/^kritinfo: (?:[\d,]+ |\w+ [A-Z]+-\d+: )/.test(line))
      done({ code, stdout: Buffer.concat(out).toString(), stderr, problems })
    })
  })
}

/** A folder of its own for a file of tests, gone afterwards. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'kritinfo-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    path: (name: string) => join(folder, name),
    write(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
  }
}

export const penicillin = resolve('examples/penicillin-anaphylaxis/ki.json')
export const refuted = resolve('examples/refuted-brand-reaction/ki.json')
export const penicillinText = readFileSync(penicillin, 'utf8')
export const now = '2026-01-31T12:00:00Z'
