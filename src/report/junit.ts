import { create } from 'xmlbuilder2'
import { describe, type Issue } from '../issue/issue.ts'
import { type Checked, type Report, type ReportOptions, reaches } from './checked.ts'
import { countCodes } from './tally.ts'
import { openCount } from './words.ts'

/**
 * JUnit's XML, as build servers read it: a suite for each document and a case for each finding. A case has failed if
 * its severity counts (`failOn`); why something was not checked is a skipped case. It keeps to what the strictest reader
 * allows, which refuses a whole file for one attribute more
 * (https://github.com/jenkinsci/xunit-plugin/tree/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd).
 */
export function junitReport({ failOn }: Pick<ReportOptions, 'failOn'>): Report {
  return {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kritinfo">\n',
    item: (checked) => `${suiteOf(checked, failOn)}\n`,
    tail: () => '</testsuites>\n',
  }
}

type Xml = ReturnType<typeof create>

function suiteOf(checked: Checked, failOn: ReportOptions['failOn']): string {
  const { input, file, issues, notChecked } = checked
  const open = countCodes(notChecked)
  const failures = issues.filter(({ severity }) => reaches(severity, failOn)).length
  const tests = issues.length + open.length + (issues.length === 0 ? 1 : 0)
  const suite: Xml = create({ invalidCharReplacement: '\ufffd' }).ele('testsuite', {
    name: input,
    tests,
    failures,
    errors: 0,
    skipped: open.length,
    file,
  })
  // A suite without a case is taken for one that did not run.
  if (issues.length === 0) suite.ele('testcase', { classname: input, name: 'nothing found' })
  for (const found of issues) caseOf(suite, found, checked, reaches(found.severity, failOn))
  for (const { code, count } of open)
    suite.ele('testcase', { classname: input, name: code }).ele('skipped', { message: openCount(count) })
  return suite.end({ headless: true, prettyPrint: true })
}

function caseOf(suite: Xml, found: Issue, { input, file }: Checked, failed: boolean): void {
  const { code, severity, path, line, column } = found
  const name = path === '' ? code : `${code} ${path}`
  const place = line === undefined ? input : `${file}:${line}:${column ?? 1}`
  const text = `${place}: ${severity} ${code} ${describe(found)}`
  const one = suite.ele('testcase', { classname: input, name })
  if (failed) one.ele('failure', { type: severity, message: describe(found) }).txt(text)
  else one.ele('system-out').txt(text)
}
