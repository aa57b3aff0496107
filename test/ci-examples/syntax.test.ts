import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ask } from './tools.ts'

/** The examples as the services that read them want them: against their published schemas, and shellcheck on every script. */
const silent = { code: 0, text: '' }
const github = readFileSync('examples/ci/github-actions.yml', 'utf8')
const gitlab = readFileSync('examples/ci/gitlab-ci.yml', 'utf8')

function schema(name: string, text: string, ...more: string[]) {
  return ask('check-jsonschema', ['--quiet', '--builtin-schema', name, '--force-filetype', 'yaml', ...more, '-'], text)
}

test('GitHub takes the workflow, and would not take a wrong one', () => {
  expect(schema('vendor.github-workflows', github)).toEqual(silent)
  expect(schema('vendor.github-workflows', github.replace('runs-on:', 'runs-in:')).code).toBe(1)
  expect(schema('custom.github-workflows-require-timeout', github)).toEqual(silent)
})

test('GitLab takes the pipeline, and would not take a wrong one', () => {
  expect(schema('vendor.gitlab-ci', gitlab, '--data-transform', 'gitlab-ci')).toEqual(silent)
  expect(schema('vendor.gitlab-ci', gitlab.replace('expire_in:', 'expires:')).code).toBe(1)
})

test('pre-commit takes its two files', () => {
  expect(ask('pre-commit', ['validate-config', 'examples/ci/pre-commit-config.yaml'])).toEqual(silent)
  expect(ask('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml'])).toEqual(silent)
})

test('shellcheck has nothing to say about the hook and the scripts of the pipelines', () => {
  const steps: { run?: string }[] = parse(github).jobs.kritinfo.steps
  const { script, before_script: before }: Record<string, string[]> = parse(gitlab).kritinfo
  const scripts = [...steps.flatMap(({ run }) => run ?? []), ...(before ?? []), ...(script ?? [])]
  expect(scripts.length).toBeGreaterThan(3)
  for (const one of scripts) expect(ask('shellcheck', ['--shell', 'bash', '-'], one), one).toEqual(silent)
  expect(ask('shellcheck', ['examples/ci/pre-commit'])).toEqual(silent)
  expect(ask('shellcheck', ['--shell', 'sh', '-'], 'rm -rf $1').code).toBe(1)
})
