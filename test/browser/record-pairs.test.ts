import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Form, forms } from '../../src/form/detect.ts'
import type { Trace, TracedLeaf } from '../../src/trace.ts'
import { stories } from '../stories.ts'
import { browserSite } from './harness.ts'
import { openRecord, type RecordQuery, recordRoute } from './record-page.ts'

const site = browserSite()
const cli = resolve(process.env.KRITINFO_CLI ?? 'dist/cli.js')
const pairs = forms.flatMap((form) => forms.filter((to) => to !== form).map((to) => ({ form, to })))
/** So many leaves of each side are looked at in a story. */
const sample = 20

/** What the command line says of every leaf of a conversion. */
async function traceOf(story: string, form: Form, to: Form): Promise<Trace> {
  const file = `examples/${story}/${form}.json`
  const patient = form === 'ki' ? [] : ['--patient', `examples/${story}/ki.json`]
  // The document itself is a place: all that is in it.
  const at = (one: Form) => (one === 'ki' ? 'kritiskInformasjon' : 'Bundle')
  const ask = async (side: 'input' | 'output', place: string) => {
    const args = ['mapping', 'trace', file, '--to', to, '--side', side, '--at', place, '-f', 'json', ...patient]
    const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], { maxBuffer: 1e9 })
    return JSON.parse(stdout) as Trace
  }
  const [{ input }, { output, ...rest }] = await Promise.all([ask('input', at(form)), ask('output', at(to))])
  return { ...rest, input, output }
}

/** Some leaves, evenly spread, other ones in each story. */
function some(leaves: readonly TracedLeaf[], seed: number): readonly TracedLeaf[] {
  const step = Math.max(Math.floor(leaves.length / sample), 1)
  return leaves.filter((_, index) => index % step === seed % step).slice(0, sample)
}

/** What the page says when each leaf is looked at, one after the other, and which lines it lights on the other side. */
async function lookedAt(page: Page, query: RecordQuery, paths: readonly string[]): Promise<readonly Look[]> {
  const routes = paths.map((at) => ({ at, hash: recordRoute({ ...query, at }) }))
  const lines = `#lines-${query.side === 'input' ? 'output' : 'input'} .line.lit`
  return await page.evaluate(
    async ({ routes, lines }) => {
      const texts = (query: string) => [...document.querySelectorAll(query)].map((one) => one.textContent)
      // A line that has not come yet has no place.
      const places = () => [...document.querySelectorAll(lines)].flatMap((one) => one.getAttribute('data-place') ?? [])
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      const looks = []
      for (const { at, hash } of routes) {
        location.hash = hash
        // What never comes is left to the comparison: after some seconds the leaf is told as it is.
        const start = performance.now()
        const isThere = () => texts('.leaf-strip .leaf-place')[0] === at
        const isLit = () => {
          const [first] = texts('.leaf-strip .counterparts button')
          return first === undefined || places().includes(first)
        }
        do await frame()
        while (!(isThere() && isLit()) && performance.now() - start < 20_000)
        looks.push({
          path: texts('.leaf-strip .leaf-place')[0] ?? '',
          counterparts: texts('.leaf-strip .counterparts button'),
          rows: texts('.leaf-strip .steps li > a:not(.citation), .leaf-strip .steps li > code'),
          lit: places(),
        })
      }
      return looks
    },
    { routes, lines },
  )
}

interface Look {
  readonly path: string
  readonly counterparts: readonly (string | null)[]
  readonly rows: readonly (string | null)[]
  readonly lit: readonly string[]
}

/** Looks at leaves of both sides, and holds what the page says and lights against the trace. */
async function expectPairs({ example, form, to, pick = (leaves) => leaves }: Way): Promise<void> {
  const trace = await traceOf(example, form, to)
  const page = await openRecord(site, { example, form, to })
  for (const side of ['input', 'output'] as const) {
    const leaves = pick(trace[side])
    expect(leaves.length).toBeGreaterThan(0)
    const paths = leaves.map(({ path }) => path)
    const looks = await lookedAt(page, { example, form, to, side }, paths)
    expect(looks.map(({ path, counterparts, rows }) => ({ path, counterparts, rows }))).toEqual(
      leaves.map(({ path, counterparts, steps }) => ({ path, counterparts, rows: steps.map(({ row }) => row) })),
    )
    for (const { path, counterparts, lit } of looks) {
      if (counterparts.length > 0) expect(lit, path).toContain(counterparts[0])
      expect(
        lit.filter((place) => !counterparts.includes(place)),
        path,
      ).toEqual([])
    }
  }
}

interface Way {
  readonly example: string
  readonly form: Form
  readonly to: Form
  /** Which leaves are looked at; all of them if left out. */
  readonly pick?: (leaves: readonly TracedLeaf[]) => readonly TracedLeaf[]
}

test.each(stories)(
  '%s: every leaf of the record and of its summary lights what mapping trace says',
  async (example) => {
    await expectPairs({ example, form: 'ki', to: 'eps' })
  },
)

describe.each(stories.map((example, index) => ({ example, index })))('$example', ({ example, index }) => {
  // Each story goes two of the twelve ways, the next one others, so that all ways are gone several times.
  const ways = [0, 1].map((way) => pairs[(index * 5 + way * 4) % pairs.length] as (typeof pairs)[number])

  test.each(ways)('$form → $to: what is lit for some leaves is what mapping trace says', async ({ form, to }) => {
    await expectPairs({ example, form, to, pick: (leaves) => some(leaves, index) })
  })
})
