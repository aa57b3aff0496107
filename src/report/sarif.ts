import type { Invocation, Location, Notification, ReportingDescriptor, Result } from 'sarif'
import { uuid5 } from '../document/uuid.ts'
import { catalogue, type IssueCode, type Severity } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import { version } from '../version.ts'
import type { Checked, Report } from './checked.ts'
import { fingerprintOf } from './fingerprint.ts'
import { Shortlist } from './shortlist.ts'
import { Tally } from './tally.ts'
import { fileUri } from './uri.ts'
import { openCount } from './words.ts'

/** The most results that GitHub takes in a run; it refuses a file with more, and shows the 5,000 gravest. */
const limit = 25_000
/** GitHub takes descriptions of rules up to this length; a message that is longer is a list that nobody reads to its end. */
const longest = 1024
/** Results that are written at once. */
const together = 500
const levels = { error: 'error', warning: 'warning', information: 'note' } as const satisfies Record<Severity, string>

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) within the limits of GitHub
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning):
 * one run, no more results than it takes, the gravest first to stay; what is one finding to it by its fingerprint is
 * listed once. What is not listed is counted in a notification. The rules are those of the results.
 */
export function sarifReport(): Report {
  const prints = new Set<string>()
  const results = new Shortlist<Taken>(limit, ({ print }) => prints.delete(print))
  const tally = new Tally()
  let repeated = 0
  return {
    head: '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
    item(checked) {
      tally.add(checked)
      const crowded = crowdedOf(checked.issues)
      for (const found of checked.issues) {
        const print = uuid5(fingerprintOf(checked.input, found))
        if (prints.has(print)) repeated++
        else if (results.add(found.severity, takenOf(found, checked, print, crowded))) prints.add(print)
      }
      return ''
    },
    tail: () => rest(results.values, tally, repeated),
  }
}

/** A result but for the number of its rule, which is known when it is known which results stay. */
interface Taken {
  readonly print: string
  readonly code: IssueCode
  readonly text: string
}

/** Texts take less memory than what they are made of. */
function takenOf(found: Issue, checked: Checked, print: string, crowded: ReadonlySet<string>): Taken {
  return { print, code: found.code, text: JSON.stringify(resultOf(found, checked, print, crowded)) }
}

/** Results a few at a time: all of them in one text would take as much memory again as they do. */
function* rest(results: readonly Taken[], tally: Tally, repeated: number): Generator<string> {
  const rules = [...new Set(results.map(({ code }) => code))]
  const numbers = new Map(rules.map((code, index) => [code, index]))
  for (let from = 0; from < results.length; from += together) {
    const texts = results
      .slice(from, from + together)
      .map(({ code, text }) => `\n{"ruleIndex":${numbers.get(code) ?? 0},${text.slice(1)}`)
    yield `${from === 0 ? '' : ','}${texts.join(',')}`
  }
  const invocation = invocationOf(tally, results.length, repeated)
  yield `\n],"invocations":[${JSON.stringify(invocation)}],"tool":${JSON.stringify(toolOf(rules))}}]}\n`
}

function placeOf({ code, line }: Issue): string {
  return `${code} ${line}`
}

/** Rules with several findings on one line of a document: a minified one has all of them there. */
function crowdedOf(issues: readonly Issue[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const found of issues) (seen.has(placeOf(found)) ? again : seen).add(placeOf(found))
  return again
}

function resultOf(found: Issue, { file }: Checked, print: string, crowded: ReadonlySet<string>): Result {
  const { code, severity, profile, element } = found
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: shortened(describe(found)) },
    locations: [locationOf(found, file)],
    // GitHub's upload works this one out from the text of the line, unless it is there; then it keeps ours and complains.
    // So it is given only where the line's text does not tell findings apart.
    partialFingerprints: {
      'kritinfo/v1': print,
      ...(crowded.has(placeOf(found)) ? { primaryLocationLineHash: print } : {}),
    },
    ...(profile === undefined && element === undefined ? {} : { properties: { profile, element } }),
  }
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}

function locationOf({ line, column, path }: Issue, file: string): Location {
  const uri = fileUri(file)
  const artifactLocation = uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' }
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1, endLine: line } }
  const logical = path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }] }
  return { physicalLocation: { artifactLocation, ...region }, ...logical }
}

/** What was not checked is told here: SARIF's results are findings. */
function invocationOf(tally: Tally, written: number, repeated: number): Invocation {
  const { error, warning, information } = tally.severities
  const left = error + warning + information - written - repeated
  const notifications: Notification[] = tally.open.map(({ code, count }) => ({
    level: 'note',
    descriptor: { id: code },
    message: { text: `${openCount(count)} (${code})` },
  }))
  if (left > 0)
    notifications.push(
      warningOf(`${left} more findings are not listed here, none graver than those that are; the json report has all.`),
    )
  if (repeated > 0)
    notifications.push(
      warningOf(`${repeated} findings have the rule and the place of another one, and are not listed again.`),
    )
  return { executionSuccessful: tally.unreadable === 0, toolExecutionNotifications: notifications }
}

function warningOf(text: string): Notification {
  return { level: 'warning', message: { text } }
}

function toolOf(rules: readonly IssueCode[]) {
  return {
    driver: {
      name: 'kritinfo',
      version,
      semanticVersion: version,
      language: 'en',
      rules: rules.map(ruleOf),
    },
  }
}

function ruleOf(code: IssueCode): ReportingDescriptor {
  const { severity, en, nb, cite } = catalogue[code]
  return {
    id: code,
    shortDescription: { text: en },
    fullDescription: { text: en },
    ...(cite === undefined ? {} : { helpUri: cite }),
    help: { text: `kritinfo explain ${code}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { nb },
  }
}
