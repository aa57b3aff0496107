// npm's `prepare`: what is missing of a package is built, after an install in a clone and where the package is installed
// from its git address, as pre-commit does. It installs the tools too: npm leaves that out for `--global`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

if (!existsSync('node_modules/esbuild')) npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
if (!existsSync('dist/cli.js') || !existsSync('dist/browse/index.html')) npm('run', 'build', '--silent')

function npm(...args) {
  console.error(`npm ${args.join(' ')}`)
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'user' }
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
