import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

/** Writes the completion of a shell to a file, which is gone after the tests. */
export function scriptFor(shell: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kritinfo-shell-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'completion', shell], { encoding: 'utf8' })
  const file = join(folder, `kritinfo.${shell}`)
  writeFileSync(file, stdout)
  return file
}

/** Runs a shell; where there is none, the tests fail. */
export function runShell(shell: string, args: readonly string[]) {
  const { error, status, stdout, stderr } = spawnSync(shell, args, { encoding: 'utf8', timeout: 60_000 })
  if (error !== undefined) throw error
  return { status, stdout, stderr }
}
