import { codesOf, type Job, read, remark, translation, write, type Writer } from './job.ts'
import { expressionOf, quoted } from './path.ts'
import { type Rule, type Statement, where } from './rule.ts'

/** The rules of the codecs that the mapping language has words for. */
export const codecWriters: Readonly<Record<string, Writer>> = {
  code: (job) => [read(job, 0, (value) => write(job, translation(job, job.args[0] ?? '', value, 'code')))],
  system: (job) => systems(job, job.args[0] ?? ''),
  coded,
  identifier,
  completed,
  numbered,
  given,
}

/** FHIRPath that is true of a value that the code table has a row for. */
function isKnown(job: Job, id: string): string {
  const side = job.direction === 'forward' ? 'left' : 'right'
  const known = [...new Set((codesOf(job, id)?.rows ?? []).map((row) => row[side]).filter((one) => one !== ''))]
  return `($this in ${known.length === 0 ? '{}' : `(${known.map(quoted).join(' | ')})`})`
}

function systems(job: Job, id: string): Rule[] {
  const known = isKnown(job, id)
  return [
    read(job, 0, (value) => write(job, translation(job, id, value, 'code')), { leaf: known }, '.known'),
    read(job, 0, (value) => write(job, value), { leaf: `${known}.not()` }, '.other'),
  ]
}

function coded(job: Job): Statement[] {
  const [usual = '', id = ''] = job.args
  const rules = [...systems(job, id), read(job, 1, (value) => write(job, undefined, value))]
  if (job.direction === 'backward') return [...rules, `${job.row.id}: the usual system, ${usual}, is left out`]
  const address = codesOf(job, id)?.rows.find((row) => row.left === usual)?.right ?? usual
  const without = `${expressionOf(job.from[0] ?? [])}.exists().not() and ${expressionOf(job.from[1] ?? [])}.exists()`
  const source = `${job.scope.source}${where(without)}`
  return [...rules, { name: `${job.row.id}.usual`, source, ...write(job, quoted(address)) }]
}

function identifier(job: Job): Statement[] {
  const id = job.args[0] ?? ''
  const known = isKnown(job, id)
  const type = read(job, 0, (value) => write(job, translation(job, id, value, 'code')), { leaf: known }, '.known')
  if (job.direction === 'forward') return [type, read(job, 1, (value) => write(job, value), {}, '.other')]
  return [type, read(job, 0, (value) => write(job, quoted('annet'), value), { leaf: `${known}.not()` }, '.other')]
}

function completed(job: Job): Statement[] {
  if (job.direction === 'backward') {
    const comparator = job.from[1]?.at(-1)?.name ?? 'comparator'
    return [
      read(job, 0, (value) => write(job, value), { parent: `${comparator}.exists().not()` }),
      `${job.row.id}: 1 with the comparator < is 0; any other comparator does not cross`,
    ]
  }
  return [
    read(job, 0, (value) => write(job, value), { leaf: "$this.toString() != '0'" }),
    read(job, 0, () => write(job, '1', quoted('<')), { leaf: "$this.toString() = '0'" }, '.zero'),
  ]
}

function numbered(job: Job): Statement[] {
  const system = quoted(job.args[0] ?? '')
  if (job.direction === 'forward') return [read(job, 0, (value) => write(job, system, value))]
  const key = job.from[0]?.at(-1)?.name ?? 'system'
  return [read(job, 1, (value) => write(job, value), { parent: `${key} = ${system}` })]
}

/** Names as they are; that one is a middle name stands beside it, which the language cannot reach. */
function given(job: Job): Statement[] {
  const first = read(job, 0, (value) => write(job, value))
  const middle = job.direction === 'forward' ? [read(job, 1, (value) => write(job, value), {}, '.middle')] : []
  return [first, ...middle, ...remark(job)]
}
