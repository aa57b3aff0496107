import { Engine, InputProblem } from '../../engine/client.ts'
import type { Opened, RecordOptions } from '../../engine/record/plain.ts'
import type { Given } from './given.ts'
import { type Chosen, type RecordState, targetOf } from './record-state.ts'
import { isStop } from './stopped.ts'

/** Two workers: one holds the record and answers about it, the other checks it meanwhile. */
export class Engines {
  readonly view = new Engine()
  readonly check = new Engine()
  /** What the first one has read. */
  opened: { readonly given: Given; readonly seen: Opened } | undefined

  /** Ends both. */
  stop(): void {
    this.view.stop()
    this.check.stop()
    this.opened = undefined
  }
}

export type Tell = (part: Partial<RecordState>) => void

/** Reads, converts and checks a record, and tells how far it is. What goes wrong is told too. */
export async function runRecord(engines: Engines, given: Given, chosen: Chosen, tell: Tell): Promise<void> {
  try {
    const options = await convert(engines, given, chosen, tell)
    if (options !== undefined) await check(engines, given, options, tell)
  } catch (problem) {
    tell(failureOf(problem))
  }
}

/** Undefined where the patient cannot be read. */
async function convert(engines: Engines, given: Given, chosen: Chosen, tell: Tell): Promise<RecordOptions | undefined> {
  tell({ phase: 'reading' })
  const opened = engines.opened?.given === given ? engines.opened.seen : await open(engines, given)
  const { patient = given.patient, dialect, to: _, ...rest } = chosen
  if (chosen.patient !== undefined && !(await isReadable(engines, chosen.patient, tell))) return undefined
  const to = targetOf(opened.form, chosen)
  const options: RecordOptions = {
    ...rest,
    to,
    ...(dialect === undefined || to !== chosen.to ? {} : { dialect }),
    ...(patient === undefined ? {} : { patient }),
  }
  tell({ phase: 'converting', opened, options })
  const converted = await engines.view.ask('recordConvert', options)
  tell({ phase: 'ready', converted })
  return options
}

async function open(engines: Engines, given: Given): Promise<Opened> {
  engines.opened = undefined
  const seen = await engines.view.ask('recordOpen', given.content)
  engines.opened = { given, seen }
  return seen
}

async function isReadable(engines: Engines, patient: Given['content'], tell: Tell): Promise<boolean> {
  try {
    await engines.view.ask('recordGlance', patient)
    return true
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem
    tell({ ...failureOf(problem), isPatientProblem: true })
    return false
  }
}

async function check(engines: Engines, { content }: Given, options: RecordOptions, tell: Tell): Promise<void> {
  tell({ isChecking: true })
  try {
    await checkBoth(engines, content, options, tell)
  } catch (problem) {
    // Who stops the check keeps what has been converted.
    if (!isStop(problem)) throw problem
    tell({ isChecking: false })
  }
}

async function checkBoth(
  engines: Engines,
  content: Given['content'],
  options: RecordOptions,
  tell: Tell,
): Promise<void> {
  const input = await engines.check.ask('recordCheck', { side: 'input', content, options })
  tell({ findings: { input } })
  const output = await engines.check.ask('recordCheck', { side: 'output', content, options })
  tell({ findings: { input, output }, isChecking: false })
}

function failureOf(problem: unknown): Partial<RecordState> {
  if (problem instanceof InputProblem) return { phase: 'failed', problems: problem.issues, isChecking: false }
  if (isStop(problem)) return { phase: 'stopped', isChecking: false }
  return { phase: 'failed', hasDefect: true, isChecking: false }
}
