import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserSite } from './harness.ts'

const site = browserSite()
const runs = 3
const second = 1000
const largest = 1_500_000

/** What a reader waits for at the first view, in milliseconds, and fetches, in bytes as they are sent. */
interface View {
  readonly painted: number
  readonly visible: number
  readonly bytes: number
  readonly withEngine: number
  /** With a record in its view, for which everything that the site has is there. */
  readonly whole: number
}

test('the first view takes less than a second, and the whole site is below 1.5 MB', async () => {
  const views: View[] = []
  // The first one has the server pack its files, which it does once.
  await look()
  for (let run = 0; run < runs; run++) views.push(await look())
  const least = (member: keyof View) => Math.round(Math.min(...views.map((one) => one[member])))
  process.stdout.write(
    `first view: painted after ${least('painted')} ms, overview visible after ${least('visible')} ms, ${kilobytes(least('bytes'))}; with the engine ${kilobytes(least('withEngine'))}; with a record ${kilobytes(least('whole'))}\n`,
  )
  expect(least('visible')).toBeLessThan(second)
  expect(least('whole')).toBeLessThan(largest)
})

async function look(): Promise<View> {
  const page = await site.open('#/')
  await page.locator('.matrix').waitFor()
  const { painted, visible } = await page.evaluate(async () => {
    const painted = await new Promise<number>((done) => {
      const observer = new PerformanceObserver((list) => {
        const first = list.getEntriesByName('first-contentful-paint')[0]
        if (first !== undefined) done(first.startTime)
      })
      observer.observe({ type: 'paint', buffered: true })
    })
    // The whole page is rendered in one go, after its last script.
    const { domContentLoadedEventEnd } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming
    return { painted, visible: Math.max(painted, domContentLoadedEventEnd) }
  })
  const bytes = await transferred(page, /(?:\/|index\.html|index\.js|style\.css|data\/mappings\.js)$/)
  await page.locator('.element-counts').waitFor()
  const withEngine = await transferred(page, /./)
  await page.goto(`${site.origin}/#/record?example=penicillin-anaphylaxis&form=ki&to=eps`)
  await page.locator('.lines .line[data-place]').first().waitFor()
  const whole = await transferred(page, /./)
  await page.context().close()
  return { painted, visible, bytes, withEngine, whole }
}

/** Bytes as they came, packed and with their headers. */
function transferred(page: Page, names: RegExp): Promise<number> {
  return page.evaluate(
    (source) =>
      performance
        .getEntries()
        .filter((one) => one.entryType === 'navigation' || one.entryType === 'resource')
        .filter(({ name }) => new RegExp(source).test(name.replace(/[?#].*$/, '')))
        .reduce((sum, one) => sum + (one as PerformanceResourceTiming).transferSize, 0),
    names.source,
  )
}

function kilobytes(size: number): string {
  return `${Math.round(size / 1000)} kB`
}
