import type { Invocation, Location, Notification, ReportingDescriptor, Result } from 'sarif'
import { uuid5 } from '../document/uuid.ts'
import { catalogue, type IssueCode, type Severity } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import { version } from '../version.ts'
import type { Checked, Report } from './checked.ts'
import { fingerprintOf } from './fingerprint.ts'
import { Tally } from './tally.ts'
import { fileUri } from './uri.ts'
import { openCount } from './words.ts'

/** GitHub takes no more results in a run; what is beyond is counted in a notification, not listed. */
const limit = 25_000
const levels = { error: 'error', warning: 'warning', information: 'note' } as const satisfies Record<Severity, string>

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html): one run; the rules are those that
 * were broken. They follow the results, so that results can be written as they come.
 */
export function sarifReport(): Report {
  const rules = new Map<IssueCode, number>()
  const tally = new Tally()
  let written = 0
  return {
    head: '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
    item(checked) {
      tally.add(checked)
      const taken = checked.issues.slice(0, Math.max(0, limit - written))
      const texts = taken.map((found) => JSON.stringify(resultOf(found, checked, indexOf(rules, found.code))))
      const text = texts.map((one, index) => `${written + index === 0 ? '' : ','}\n${one}`).join('')
      written += texts.length
      return text
    },
    tail: () =>
      `\n],"invocations":[${JSON.stringify(invocationOf(tally, written))}],"tool":${JSON.stringify(toolOf(rules))}}]}\n`,
  }
}

function indexOf(rules: Map<IssueCode, number>, code: IssueCode): number {
  const known = rules.get(code)
  if (known !== undefined) return known
  rules.set(code, rules.size)
  return rules.size - 1
}

function resultOf(found: Issue, { input, file }: Checked, ruleIndex: number): Result {
  const { code, severity, profile, element } = found
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: describe(found) },
    locations: [locationOf(found, file)],
    partialFingerprints: { 'kritinfo/v1': uuid5(fingerprintOf(input, found)) },
    ...(profile === undefined && element === undefined ? {} : { properties: { profile, element } }),
  }
}

function locationOf({ line, column, path }: Issue, file: string): Location {
  const uri = fileUri(file)
  const artifactLocation = uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' }
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }
  const logical = path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }] }
  return { physicalLocation: { artifactLocation, ...region }, ...logical }
}

/** What was not checked is told here: SARIF's results are findings. */
function invocationOf(tally: Tally, written: number): Invocation {
  const { error, warning, information } = tally.severities
  const left = error + warning + information - written
  const notifications: Notification[] = tally.open.map(({ code, count }) => ({
    level: 'note',
    descriptor: { id: code },
    message: { text: `${openCount(count)} (${code})` },
  }))
  if (left > 0)
    notifications.push({ level: 'warning', message: { text: `${left} more findings are not listed here.` } })
  return { executionSuccessful: tally.unreadable === 0, toolExecutionNotifications: notifications }
}

function toolOf(rules: ReadonlyMap<IssueCode, number>) {
  return {
    driver: {
      name: 'kritinfo',
      version,
      semanticVersion: version,
      language: 'en',
      rules: [...rules.keys()].map(ruleOf),
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
