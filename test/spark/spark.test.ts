import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sparkPrograms } from './install.ts'

/**
 * `examples/spark/` against the command line on one machine: the same outputs, rejects and report, line for line, also when
 * a stage dies half-way. `KRITINFO_SPARK=full` takes 100,000 records. Needs Python 3.10 and Java 17; fetches Spark from PyPI.
 */
const count = process.env.KRITINFO_SPARK === 'full' ? 100_000 : 5000
const now = '2026-11-22T12:00:00Z'
const parts = 8
const folder = mkdtempSync(join(tmpdir(), 'kritinfo-spark-'))
const path = (name: string) => join(folder, name)
const records = path('records.ndjson')
let programs: ReturnType<typeof sparkPrograms>

beforeAll(() => {
  programs = sparkPrograms()
  kritinfo('generate', '--count', String(count), '--seed', '5', '--form', 'kj', '--invalid', '0.02', '-o', records)
}, 900_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe(`${count} records on Spark`, () => {
  test('become the same outputs, rejects and report as on one machine, though a stage dies half-way', async () => {
    const alone = onOneMachine([records])
    const flaky = `sh test/spark/flaky.sh ${path('died')}`
    const size = readFileSync(records).length
    const spark = onSpark([records], '--program', flaky, '--split-bytes', String(Math.ceil(size / parts)))
    expect(readdirSync(folder)).toContain('died')
    expect(spark.code).toBe(alone.code)
    expect(alone.code).toBe(3)
    expect(partsOf(spark.output, 'outputs')).toHaveLength(parts)
    await expectSame(spark.output, alone)
    expect(spark.told).toMatch(new RegExp(`kritinfo_spark: ${count} documents, \\d+ written, \\d+ rejected, `))
  }, 3_600_000)
})

describe('what else comes as input', () => {
  test('several files, packed, with blank lines, line ends of Windows and none at the end, keep their names and lines', async () => {
    const lines = readFileSync(records, 'utf8').split('\n').slice(0, 60)
    const one = write('one.ndjson', ['', ...lines.slice(0, 30), '{"resourceType":"Bund'].join('\r\n'))
    const other = write('other.ndjson.gz', gzipSync(`${['null', ...lines.slice(30)].join('\n')}\n\n`))
    const alone = onOneMachine([one, other])
    const spark = onSpark([one, other], '--split-bytes', '40000')
    expect(spark.code).toBe(alone.code)
    await expectSame(spark.output, alone)
  }, 300_000)

  test('a line that is not UTF-8 is told before anything is converted', () => {
    const wrong = write('wrong.ndjson', Buffer.from('{}\n{"a":"\xe6"}\n', 'latin1'))
    const { code, told, output } = onSpark([wrong])
    expect(code).toBe(3)
    expect(told).toContain(`kritinfo_spark: ${wrong}:2: the line is not UTF-8`)
    expect(() => readdirSync(output)).toThrow()
  }, 300_000)

  test('a wrong option is told as kritinfo tells it, before Spark starts', () => {
    const { code, told } = onSpark([records], '--', '--carry', 'nowhere')
    expect(code).toBe(2)
    expect(told).toContain('CLI-001')
    expect(told).not.toContain('Stage')
  }, 300_000)
})

interface Alone {
  readonly code: number | null
  readonly outputs: string
  readonly rejects: string
  readonly report: string
}

function onOneMachine(inputs: readonly string[]): Alone {
  const files = { outputs: path('outputs.ndjson'), rejects: path('rejects.ndjson'), report: path('report.ndjson') }
  const places = ['-o', files.outputs, '--rejects', files.rejects, '--report', files.report]
  const code = kritinfo('convert', ...inputs, '--to', 'eps', '--now', now, '--quiet', ...places)
  return { code, ...files }
}

let runs = 0

function onSpark(inputs: readonly string[], ...options: string[]) {
  const output = path(`spark.${runs++}`)
  const own = ['examples/spark/kritinfo_spark.py', ...inputs, '--to', 'eps', '-o', output, '--now', now, ...options]
  // Two cores; a task that fails is tried four times, as on a cluster.
  const call = ['--master', 'local[2,4]', '--conf', 'spark.ui.enabled=false', '--conf', 'spark.log.level=WARN', ...own]
  const env = { ...process.env, PYSPARK_PYTHON: programs.python, PYSPARK_DRIVER_PYTHON: programs.python }
  const { status, stdout, stderr } = spawnSync(programs.submit, call, { encoding: 'utf8', env, maxBuffer: 1 << 28 })
  // What a program of Python says on either stream, spark-submit hands on as standard output.
  return { code: status, told: stdout + stderr, output }
}

function kritinfo(...args: readonly string[]): number | null {
  return spawnSync(process.execPath, ['dist/cli.js', ...args], { stdio: 'ignore' }).status
}

/** Line by line: outputs of very many records are larger than what Node holds in one piece. */
async function expectSame(output: string, alone: Alone): Promise<void> {
  for (const name of ['outputs', 'rejects', 'report'] as const) {
    const found = linesOf(partsOf(output, name))
    let line = 0
    for await (const expected of linesOf([alone[name]])) {
      line++
      if ((await found.next()).value !== expected) throw new Error(`${name} differ from line ${line} on`)
    }
    expect([name, 'ends', (await found.next()).done]).toEqual([name, 'ends', true])
  }
}

async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    const bytes = createReadStream(file)
    yield* createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })
  }
}

function partsOf(output: string, name: string): string[] {
  const files = readdirSync(join(output, name)).filter((file) => file.startsWith('part-'))
  return files.sort().map((file) => join(output, name, file))
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content)
  return path(name)
}
