import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'

/** What a shell gave back. */
export interface Shelled {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A code that is not of its value set: one error. */
export const wrongDocument = '{ "resourceType": "Patient", "gender": "kvinne" }\n'

const stories = ['latex-allergy', 'peanut-allergy', 'pacemaker']

/**
 * A repository as a user of the examples has it: documents in `fhir/`, and this package installed, so that
 * `npx kritinfo` finds it without a network. It is gone after the tests of the file.
 */
export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'kritinfo-ci-'))

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }))
    for (const story of stories) this.copy(`examples/${story}/eps.json`, `fhir/${story}.json`)
    this.write('package.json', '{ "name": "documents", "private": true, "devDependencies": { "kritinfo": "*" } }\n')
    this.write('.gitignore', 'node_modules/\n')
    installInto(this.folder)
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true })
    writeFileSync(join(this.folder, name), text)
  }

  copy(from: string, name: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true })
    copyFileSync(from, join(this.folder, name))
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  /** Runs a script as build servers do: it ends with the first command that fails. */
  shell(script: string, environment: Readonly<Record<string, string>> = {}): Shelled {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...plainEnvironment(), ...environment },
    })
    // npm has its own remarks, on the settings of whoever runs this.
    return { code: status, stdout, stderr: stderr.replace(/^npm (?:warn|notice).*\n/gm, '') }
  }

  /** Makes it a repository of git, with everything that is there in its first commit. */
  commitAll(): void {
    const { code, stderr } = this.shell(
      'git init -q . && git config user.name Test && git config user.email test@example.org && git add -A && git commit -q --no-verify -m first',
    )
    if (code !== 0) throw new Error(stderr)
  }
}

/** What npm would do: the package in `node_modules`, and its command where `npx` looks for it. */
export function installInto(folder: string): void {
  const command = join(folder, 'node_modules/.bin/kritinfo')
  mkdirSync(dirname(command), { recursive: true })
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`)
  chmodSync(command, 0o755)
  symlinkSync(resolve('.'), join(folder, 'node_modules/kritinfo'))
}

/** Without what a git that runs these tests, or an npm, has put there for its own repository. */
export function plainEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|npm_|PRE_COMMIT)/i.test(name))
  return Object.fromEntries(entries) as Record<string, string>
}
