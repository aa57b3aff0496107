import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve('node_modules/.cache/kritinfo-ci-examples')
const requirements = 'test/ci-examples/requirements.txt'

/** Installs the tools of Python's registry before the tests ask them; vitest calls it. Throws if it fails: nothing is passed over. */
export function setup(): void {
  if (!existsSync(join(folder, 'bin/pip'))) run('python3', ['-m', 'venv', folder])
  run(join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', requirements])
}

function run(program: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

/** Where the programs lie. */
export const tools = join(folder, 'bin')

/** What one of the tools says of its input: its exit code, and all that it wrote. */
export function ask(tool: string, args: readonly string[], input = ''): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(join(tools, tool), args, { encoding: 'utf8', input })
  return { code: status, text: stdout + stderr }
}
