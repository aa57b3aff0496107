import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Repository, wrongDocument } from '../scenarios/ci-repository.ts'
import { tools } from './tools.ts'

/** pre-commit itself runs the hooks, in a repository of its own with its own store. */
const repository = new Repository()
const store = new Repository().folder
const preCommit = (args: string) => repository.shell(`'${tools}/pre-commit' ${args}`, { PRE_COMMIT_HOME: store })
const found = /^fhir\/wrong\.json:1:40: error BND-001 /m

repository.copy('examples/ci/pre-commit-config.yaml', '.pre-commit-config.yaml')
repository.commitAll()

describe('the hook that takes kritinfo from node_modules', () => {
  test('good documents pass', () => {
    const { code, stdout } = preCommit('run --all-files')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^FHIR documents\.+Passed$/m)])
  })

  test('what is committed is checked, and nothing else', () => {
    repository.write('other/wrong.json', wrongDocument)
    repository.shell('git add other')
    expect(preCommit('run').stdout).toMatch(/\(no files to check\)Skipped$/m)
    repository.write('fhir/wrong.json', wrongDocument)
    repository.shell('git add fhir')
    const { code, stdout } = preCommit('run')
    expect([code, stdout]).toEqual([1, expect.stringMatching(found)])
    expect(stdout).not.toContain('pacemaker')
  })
})

describe('the hook that installs itself from the repository of kritinfo', () => {
  test('the package is built from its git address, and finds what is wrong', { timeout: 900_000 }, () => {
    const revision = repository.shell(`git -C '${resolve('.')}' rev-parse HEAD`).stdout.trim()
    const repos = [{ repo: resolve('.'), rev: revision, hooks: [{ id: 'kritinfo' }] }]
    repository.write('remote.yaml', JSON.stringify({ repos }))
    const { code, stdout, stderr } = preCommit('run --config remote.yaml --files fhir/wrong.json')
    expect([code, stdout], stderr).toEqual([1, expect.stringMatching(found)])
    expect(preCommit('run --config remote.yaml --files fhir/pacemaker.json').code).toBe(0)
  })
})
