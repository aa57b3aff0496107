import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/read-document.ts'
import { githubReport } from '../../src/report/github.ts'
import { htmlReport } from '../../src/report/html/report.tsx'
import { jsonReport } from '../../src/report/json.ts'
import { junitReport } from '../../src/report/junit.ts'
import { ndjsonReport } from '../../src/report/ndjson.ts'
import { outcomeReport } from '../../src/report/outcome.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { summaryReport } from '../../src/report/summary.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { checkedOf, cleanOf, textOf } from './checked.ts'
import { sarifProblems } from './sarif-schema.ts'

/** Names and values that each format has to write in its own way. */
const odd = checkedOf({ input: 'a "b" <c> & d,e:f%.json', file: 'a "b" <c> & d,e:f%.json' })

/** Elements with their attributes, in order; throws for what is not well formed. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: attributes as Record<string, string> }))
  parser.write(xml).close()
  return found
}

describe('SARIF', () => {
  test.each([
    ['nothing', []],
    ['a clean document', [cleanOf()]],
    ['several', [checkedOf(), cleanOf(), odd]],
  ])('%s: as the schema wants it', (_name, documents) => {
    const log: unknown = JSON.parse(textOf(sarifReport(), ...documents))
    expect(sarifProblems(log)).toEqual([])
  })

  test('results name rules of the table; what was not checked is a notification', () => {
    const { runs } = JSON.parse(textOf(sarifReport(), checkedOf(), odd))
    const [{ results, tool, invocations }] = runs
    expect(results).toHaveLength(4)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(invocations[0].toolExecutionNotifications).toMatchObject([{ level: 'note', descriptor: { id: 'CNV-014' } }])
    expect(results[2].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'a%20%22b%22%20%3Cc%3E%20%26%20d%2Ce%3Af%25.json',
    )
  })

  test('a fingerprint stays when lines move', () => {
    const moved = checkedOf({ issues: checkedOf().issues.map((one) => ({ ...one, line: (one.line ?? 0) + 9 })) })
    const prints = (text: string) =>
      JSON.parse(text).runs[0].results.map((one: { partialFingerprints: object }) => one.partialFingerprints)
    expect(prints(textOf(sarifReport(), moved))).toEqual(prints(textOf(sarifReport(), checkedOf())))
  })
})

describe('OperationOutcome', () => {
  test.each([
    ['with findings', checkedOf()],
    ['without', cleanOf()],
    ['with nothing but what is known', checkedOf({ issues: [], notChecked: [], known: 2 })],
    ['that could not be read', checkedOf({ readable: false, notChecked: [] })],
  ])('one document %s: valid FHIR', (_name, checked) => {
    const tree = readDocument(textOf(outcomeReport({ many: false }), checked))
    const { issues } = validate(standardValidation(), tree)
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('several documents: a collection, which tells them apart', () => {
    const text = textOf(outcomeReport({ many: true }), checkedOf(), cleanOf())
    const { issues } = validate(standardValidation(), readDocument(text))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    const { entry } = JSON.parse(text) as fhir4.Bundle
    const names = entry?.map(({ resource }) => (resource as fhir4.OperationOutcome).extension?.[0]?.valueString)
    expect(names).toEqual(['in/a.json', 'in/b.json'])
  })

  test('no document at all: a Bundle without entries', () => {
    expect(JSON.parse(textOf(outcomeReport({ many: true })))).toEqual({ resourceType: 'Bundle', type: 'collection' })
  })
})

describe('JUnit', () => {
  const text = textOf(junitReport({ failOn: 'error' }), checkedOf(), cleanOf(), odd)

  test('a suite for each document, a case for each finding, a failure for each that counts', () => {
    const elements = elementsOf(text)
    const named = (wanted: string) => elements.filter(({ name }) => name === wanted)
    expect(
      named('testsuite').map(({ attributes }) => [
        attributes.name,
        attributes.tests,
        attributes.failures,
        attributes.skipped,
      ]),
    ).toEqual([
      ['in/a.json', '3', '1', '1'],
      ['in/b.json', '1', '0', '0'],
      [odd.input, '3', '1', '1'],
    ])
    expect([named('testcase').length, named('failure').length, named('skipped').length]).toEqual([7, 2, 2])
  })

  test('--fail-on warning makes failures of warnings', () => {
    const strict = elementsOf(textOf(junitReport({ failOn: 'warning' }), checkedOf()))
    expect(strict.filter(({ name }) => name === 'failure')).toHaveLength(2)
  })

  test('a name that XML cannot hold does not break it', () => {
    expect(() => elementsOf(textOf(junitReport({ failOn: 'error' }), cleanOf('a\u0001.json')))).not.toThrow()
  })
})

describe('HTML', () => {
  test('well formed, with nothing that runs or loads', () => {
    const elements = elementsOf(
      textOf(htmlReport({ command: 'kritinfo validate' }), checkedOf(), cleanOf('b\u0001.json'), odd),
    )
    expect(elements.filter(({ name }) => ['script', 'link', 'img', 'iframe'].includes(name))).toEqual([])
    expect(elements.filter(({ attributes }) => Object.keys(attributes).some((name) => /^on|^src$/.test(name)))).toEqual(
      [],
    )
    expect(elements.filter(({ name }) => name === 'details')).toHaveLength(3)
  })
})

test('GitHub: signs that end a part of an annotation are escaped', () => {
  expect(textOf(githubReport({ verbose: false, failOn: 'error' }), odd)).toMatch(
    /^::warning file=a "b" <c> & d%2Ce%3Af%25\.json,line=1,col=1,title=DOC-006::[^\n]+\n::error file=[^\n]+ \(Patient\.gender\)\n::notice title=kritinfo::1 place not checked\n$/,
  )
})

test('NDJSON and JSON have the same items', () => {
  const documents = [checkedOf(), cleanOf()]
  const lines = textOf(ndjsonReport(), ...documents)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  const report = JSON.parse(textOf(jsonReport(), ...documents))
  expect(report.items).toEqual(lines)
  expect(lines[0]).toMatchObject({
    input: 'in/a.json',
    valid: false,
    issues: [{ code: 'DOC-006' }, { element: 'Patient.gender' }],
  })
  expect(report.summary).toMatchObject({ inputs: 2, valid: 1, error: 1, warning: 1, notChecked: 1 })
  expect(JSON.parse(textOf(jsonReport())).items).toEqual([])
})

test('the summary counts documents, codes and what was not checked', () => {
  expect(
    textOf(summaryReport(), checkedOf(), checkedOf(), cleanOf()),
  ).toBe(`errors  warnings  information  not checked  document
     1         1            0            1  in/a.json
     1         1            0            1  in/a.json
     0         0            0            0  in/b.json

 count  documents  severity     code
     2          2  warning      DOC-006
     2          2  error        KI-006

 count  documents  severity     not checked because
     2          2  warning      CNV-014

3 documents, 1 without errors; 2 errors, 2 warnings, 0 information; 2 places not checked
`)
})
