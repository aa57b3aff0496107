import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type Form, forms } from '../../src/form/detect.ts'
import type { Trace, TracedLeaf } from '../../src/trace.ts'
import { stories } from '../stories.ts'
import { browserSite } from './harness.ts'
import { litOn, openRecord, recordRoute, stripOf } from './record-page.ts'

const site = browserSite()
const cli = resolve(process.env.KRITINFO_CLI ?? 'dist/cli.js')
const pairs = forms.flatMap((form) => forms.filter((to) => to !== form).map((to) => ({ form, to })))
/** So many leaves of each side are looked at in a story. */
const sample = 5

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

describe.each(stories.map((story, index) => ({ story, index })))('$story', ({ story, index }) => {
  // Each story goes two of the twelve ways, the next one others, so that all ways are gone several times.
  const ways = [0, 1].map((way) => pairs[(index * 5 + way * 4) % pairs.length] as (typeof pairs)[number])

  test.each(ways)('$form → $to: what is lit is what mapping trace says', async ({ form, to }) => {
    const trace = await traceOf(story, form, to)
    const page = await openRecord(site, { example: story, form, to })
    for (const side of ['input', 'output'] as const) {
      for (const { path, steps, counterparts } of some(trace[side], index)) {
        await page.evaluate(
          (hash) => {
            location.hash = hash
          },
          recordRoute({ example: story, form, to, side, at: path }),
        )
        await page.locator('.leaf-place').filter({ hasText: path }).waitFor()
        await expect.poll(async () => (await stripOf(page)).place).toBe(path)
        const told = await stripOf(page)
        expect(told.counterparts, path).toEqual(counterparts)
        expect(told.rows, path).toEqual(steps.map(({ row }) => row))
        if (counterparts.length === 0) continue
        const lit = () => litOn(page, side === 'input' ? 'output' : 'input')
        await expect.poll(lit, { message: path }).toContain(counterparts[0])
        expect((await lit()).filter((place) => !counterparts.includes(place ?? ''))).toEqual([])
      }
    }
  })
})
