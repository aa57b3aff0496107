import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const requirements = resolve('examples/spark/requirements.txt')

/**
 * The programs of a Python environment with what the example requires, made once for each version of the list. Throws when
 * Python or the network is missing.
 */
export function sparkPrograms(): { readonly submit: string; readonly python: string } {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const folder = resolve(`node_modules/.cache/spark-${hash}`)
  if (!existsSync(folder)) install(folder)
  return { submit: join(folder, 'bin', 'spark-submit'), python: join(folder, 'bin', 'python') }
}

/** What is half made is never taken for whole. An environment may be moved if its programs are found by their folder. */
function install(folder: string): void {
  const made = `${folder}.new`
  rmSync(made, { recursive: true, force: true })
  run('python3', ['-m', 'venv', made])
  run(join(made, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--requirement', requirements])
  renameSync(made, folder)
}

function run(command: string, args: readonly string[]): void {
  const { error, status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined) throw new Error(`the test needs Python 3.10 or later: ${command}: ${error.message}`)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
}
