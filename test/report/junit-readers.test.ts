import { parse } from 'junit2json'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { junitReport } from '../../src/report/junit.ts'
import { checkedOf, cleanOf, textOf } from './checked.ts'
import { manyDocuments } from './many.ts'

/**
 * What the strictest reader allows, Jenkins' xUnit plugin, in the words of its schema: of each element the attributes it
 * must have, those it may have, and the elements in it; `text` where words may stand
 * (https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd).
 */
const grammar: Readonly<Record<string, { must?: string; may?: string; holds?: string }>> = {
  '': { holds: 'testsuites' },
  testsuites: { may: 'name time tests failures errors', holds: 'testsuite' },
  testsuite: {
    must: 'name tests failures errors',
    may: 'group time skipped timestamp hostname id package file log url',
    holds: 'testsuite properties testcase system-out system-err',
  },
  testcase: { must: 'name', may: 'time classname group', holds: 'skipped error failure system-out system-err' },
  failure: { may: 'type message', holds: 'text' },
  skipped: { may: 'type message', holds: 'text' },
  'system-out': { holds: 'text' },
}

function problemsOf(xml: string): string[] {
  const problems: string[] = []
  const open = ['']
  const words = (text = '') => text.split(' ').filter((one) => one !== '')
  const parser = new SaxesParser()
  parser.on('error', (problem) => problems.push(problem.message))
  parser.on('opentag', ({ name, attributes }) => {
    const { must, may } = grammar[name] ?? {}
    if (!words(grammar[open[open.length - 1] ?? '']?.holds).includes(name))
      problems.push(`${name} in ${open.join('/')}`)
    for (const one of words(must)) if (!(one in attributes)) problems.push(`${name} without ${one}`)
    for (const one of Object.keys(attributes))
      if (![...words(must), ...words(may)].includes(one)) problems.push(`${name}/@${one}`)
    open.push(name)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => {
    const holder = open[open.length - 1] ?? ''
    if (text.trim() !== '' && grammar[holder]?.holds !== 'text') problems.push(`text in ${holder}`)
  })
  parser.write(xml).close()
  return problems
}

const odd = checkedOf({ input: 'a "b" <c> & d\u0001.json', file: 'a "b" <c> & d\u0001.json' })
const documents = [checkedOf(), cleanOf(), odd, checkedOf({ readable: false, notChecked: [] })]

describe('JUnit', () => {
  test.each(['error', 'warning', 'information'] as const)(
    '--fail-on %s: nothing that the strictest reader refuses',
    (failOn) => {
      expect(problemsOf(textOf(junitReport({ failOn }), ...documents))).toEqual([])
      expect(problemsOf(textOf(junitReport({ failOn })))).toEqual([])
    },
  )

  test('the test itself sees what is wrong', () => {
    expect(
      problemsOf('<testsuites><testsuite name="a"><testcase line="1">b</testcase></testsuite></testsuites>'),
    ).toEqual([
      'testsuite without tests',
      'testsuite without failures',
      'testsuite without errors',
      'testcase without name',
      'testcase/@line',
      'text in testcase',
    ])
  })

  test('a program that reads it finds the suites, cases and failures', async () => {
    const read = await parse(textOf(junitReport({ failOn: 'error' }), ...documents))
    const suites = read !== undefined && read !== null && 'testsuite' in read ? (read.testsuite ?? []) : []
    expect(suites.map(({ name, tests, failures, skipped }) => [name, tests, failures, skipped])).toEqual([
      ['in/a.json', 3, 1, 1],
      ['in/b.json', 1, 0, 0],
      ['a "b" <c> & d\ufffd.json', 3, 1, 1],
      ['in/a.json', 2, 1, 0],
    ])
    const [suite] = suites
    expect(suite?.testcase?.map(({ name }) => name)).toEqual(['DOC-006', 'KI-006 Patient.gender', 'CNV-014'])
    const [failure] = suite?.testcase?.[1]?.failure ?? []
    expect(failure).toMatchObject({ type: 'error', inner: expect.stringContaining('in/a.json:3:13: error KI-006') })
  })

  test('50,000 findings: each is a case', async () => {
    const read = await parse(textOf(junitReport({ failOn: 'error' }), ...manyDocuments(5_000, 10)))
    const suites = read !== undefined && read !== null && 'testsuite' in read ? (read.testsuite ?? []) : []
    expect(suites.flatMap(({ testcase = [] }) => testcase)).toHaveLength(50_000)
  })
})
