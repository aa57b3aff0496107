import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { now, run, workplace } from '../scenarios/run.ts'
import { expectAccessible } from './axe.ts'
import { browserSite, type View } from './harness.ts'

const site = browserSite()
const place = workplace()
const address = (name: string) => pathToFileURL(place.path(name)).href
const make = (...args: readonly string[]) => run(args, { cwd: place.folder })

/** Every command that writes HTML, with the heading of its page. The last one is of all tables, and long. */
const pages: readonly (readonly [file: string, heading: string])[] = [
  ['findings.html', 'kritinfo validate'],
  ['check.html', 'kritinfo mapping check'],
  ['ledger.html', 'kritinfo report'],
  ['table.html', 'Mappings'],
  ['mappings.html', 'Mappings'],
]

beforeAll(async () => {
  await make('generate', '--count', '12', '--seed', '2', '--form', 'eps', '--invalid', '0.5', '-o', 'wrong.ndjson')
  await make('generate', '--count', '12', '--seed', '3', '--form', 'ki', '--invalid', '0.3', '-o', 'in.ndjson')
  await make('validate', 'wrong.ndjson', '-f', 'html', '-o', 'findings.html')
  const lossy = ['--to', 'eps', '--carry', 'none', '--fail-on', 'none', '--now', now]
  await make('convert', 'in.ndjson', ...lossy, '-o', 'out.ndjson', '--report', 'report.ndjson')
  await make('report', 'html', 'report.ndjson', '-o', 'ledger.html')
  await make('mapping', 'check', resolve('examples/overlay'), '-f', 'html', '-o', 'check.html')
  await make('mapping', 'render', '--table', 'ki-r4/allergy', '-f', 'html', '-o', 'table.html')
  await make('mapping', 'render', '-f', 'html', '-o', 'mappings.html')
})

test.each(pages)('%s is one file with a heading, in English, and its weight', async (file, heading) => {
  const page = await site.openAddress(address(file))
  expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringContaining(heading)])
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0)
  const packed = gzipSync(place.read(file)).length
  process.stdout.write(`${file}: ${statSync(place.path(file)).size} bytes, ${packed} packed\n`)
})

const views: readonly (readonly [name: string, view: View])[] = [
  ['desktop', { width: 1280 }],
  ['desktop, dark', { width: 1280, colorScheme: 'dark' }],
  ['phone', { width: 390 }],
  ['phone, dark', { width: 390, colorScheme: 'dark' }],
]

describe.each(views)('%s', (_name, view) => {
  test.each(pages)('%s: nothing scrolls sideways', async (file) => {
    const page = await site.openAddress(address(file), view)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  test.each(pages.slice(0, -1))('%s: axe finds nothing serious, closed or opened', async (file) => {
    const page = await site.openAddress(address(file), view)
    await expectAccessible(page)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await expectAccessible(page)
  })
})

test('on a phone a finding is a card with all of it on the screen', async () => {
  const page = await site.openAddress(address('findings.html'), { width: 390 })
  const cells = page.locator('details[open] tbody tr').first().locator('th, td')
  expect(await cells.count()).toBe(5)
  for (const cell of await cells.all()) {
    const box = await cell.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  }
})

test('a link to a row leads there and lights it', async () => {
  const page = await site.openAddress(`${address('mappings.html')}#allergy.criticality`)
  const row = page.locator('[id="allergy.criticality"]')
  await expect.poll(() => row.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true)
  const grounds = await row.evaluate((one) =>
    [one, one.nextElementSibling ?? one].map((each) => getComputedStyle(each).backgroundColor),
  )
  expect(grounds[0]).not.toBe(grounds[1])
})

test('the keyboard opens a document', async () => {
  const page = await site.openAddress(address('findings.html'))
  const closed = page.locator('details:not([open]) > summary').first()
  const name = await closed.innerText()
  await closed.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('details[open] > summary').allInnerTexts()).toContain(name)
})

test('paper shows what is folded on the screen, and no contents to click on', async () => {
  const page = await site.openAddress(address('findings.html'))
  const folded = page.locator('details:not([open]) td').first()
  expect(await folded.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await folded.isVisible()).toBe(true)
  const tables = await site.openAddress(address('table.html'))
  await tables.emulateMedia({ media: 'print' })
  expect(await tables.locator('nav').isVisible()).toBe(false)
})
