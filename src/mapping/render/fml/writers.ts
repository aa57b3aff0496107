import { codecWriters } from './codec-writers.ts'
import { codesOf, type Job, read, remark, translation, write, type Writer } from './job.ts'
import { expressionOf, type Hop, quoted } from './path.ts'
import { reading, type Rule, type Statement, where } from './rule.ts'
import { Targets } from './targets.ts'

/** The rules of the moves and codecs that the mapping language has words for, by the name that `via` gives them. */
const writers: Readonly<Record<string, Writer>> = {
  ...codecWriters,
  same: copy,
  portable: copy,
  value: copy,
  agent: (job) => [...copy(job), ...remark(job)],
  constant,
  table: (job) => [called(job)],
  reference,
  codings: (job) => [called(job), ...translations(job)],
  absent,
}

/** These write without reading anything. */
const sourceless: readonly string[] = ['constant', 'absent']

/** The rules of a row with `via`; a remark in words where the language has none. */
export function viaStatements(job: Job): Statement[] {
  const name = job.row.via?.name ?? ''
  const writer = Object.hasOwn(writers, name) ? writers[name] : undefined
  if (writer === undefined || job.to.length === 0) return remark(job)
  return job.from.length === 0 && !sourceless.includes(name) ? remark(job) : writer(job)
}

function copy(job: Job): Statement[] {
  return [read(job, 0, (value) => write(job, value))]
}

function constant(job: Job): Statement[] {
  const value = job.args[job.direction === 'forward' ? 1 : 0] ?? '-'
  return value === '-' ? remark(job) : [{ name: job.row.id, source: job.scope.source, ...write(job, quoted(value)) }]
}

/** The member is made anew for each that is read. */
function called(job: Job): Rule {
  const table = job.args[0] ?? ''
  const type = job.sourceType(table)
  const hops = (job.from[0] ?? []).map((hop, at, all) =>
    at === all.length - 1 && hop.type === undefined && type !== undefined ? { ...hop, type } : hop,
  )
  const ending = (value: string) => {
    const targets = new Targets(job.scope)
    const made = targets.reach(job.to[0] ?? [], true)
    return { targets: targets.lines, ...job.called(table, value, made) }
  }
  return reading(job.row.id, hops, ending, {}, job.scope)
}

/** In place in a `ki` document; in FHIR a resource that is contained under the name of its role, and referred to. */
function reference(job: Job): Statement[] {
  const [table = '', role = ''] = job.args
  const contained: Hop = { name: 'contained', isPrimitive: false, marks: [['id', role]], many: true }
  const from = job.isKi.from ? (job.from[0] ?? []) : [contained]
  const type = job.mappings.tables.find((one) => one.id === table)?.right.root ?? 'Resource'
  const ending = (value: string) => {
    const targets = new Targets(job.scope)
    if (job.isKi.to) {
      const made = targets.reach(job.to[0] ?? [], true)
      return { targets: targets.lines, ...job.called(table, value, made) }
    }
    const { target, mark } = job.scope
    const made = `r${mark}1`
    const lines = [`${target}.contained = create('${type}') as ${made}`, `${made}.id = ${quoted(role)}`]
    targets.assign(job.to[0] ?? [], `reference(${made})`)
    return { targets: [...lines, ...targets.lines], ...job.called(table, value, made) }
  }
  const rule = reading(job.row.id, from, ending, {}, job.scope)
  return [rule, `${job.row.id}: the part may stand as a resource of its own as well; then the reference leads to it`]
}

/** Translations are added on the way to the right; on the way back they fall away, which a copy cannot say. */
function translations(job: Job): Statement[] {
  if (job.direction === 'backward') return [`${job.row.id}: translations that were derived are left out`]
  return job.args.slice(1).map((id): Statement => {
    const system = codesOf(job, id)?.leftSystem ?? ''
    const code: Hop = { name: job.isKi.from ? 'kode' : 'code', isPrimitive: false, marks: [], many: false }
    const members = (job.from[0] ?? []).map((hop) => ({ ...hop, many: false }))
    const parent = `system in (${[system, ...wordsFor(job, system)].map(quoted).join(' | ')})`
    const ending = (value: string) => write(job, translation(job, id, value, 'Coding'))
    return reading(`${job.row.id}.to.${id}`, [...members, code], ending, { parent }, job.scope)
  })
}

/** What the `ki` form calls a code system. */
function wordsFor(job: Job, system: string): string[] {
  if (!job.isKi.from) return []
  const rows = job.mappings.codes.flatMap((one) => one.rows)
  return [...new Set(rows.filter((row) => row.right === system && row.left !== '').map((row) => row.left))]
}

function absent(job: Job): Statement[] {
  const hops = job.to[0] ?? []
  if (job.from[0] === undefined) return remark(job)
  const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
  const extension: Hop = { name: 'extension', isPrimitive: false, marks: [['url', url]], many: true, slice: 'absent' }
  const value: Hop = { name: 'value', type: 'code', isPrimitive: true, marks: [], many: false }
  const targets = new Targets(job.scope).assign([...hops, extension, value], quoted(job.args[0] ?? 'unknown'))
  const source = `${job.scope.source}${where(`${expressionOf(job.from[0])}.exists().not()`)}`
  return [{ name: job.row.id, source, targets: targets.lines }]
}
