import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../scenarios/run.ts'
import { browserSite, type View } from '../harness.ts'
import { terminalPage } from './terminal.ts'

/** The pictures that the READMEs show, taken anew: `npm run screenshots`. */
const target = 'examples/screenshots'
const largest = 250_000
const now = '2026-11-22T12:00:00Z'
const site = browserSite()
const folder = mkdtempSync(join(tmpdir(), 'kritinfo-pictures-'))
mkdirSync(target, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const desktop: View = { width: 1280, height: 1000, now }
/** With room for what is said of the leaf below the two sides. */
const tall: View = { ...desktop, height: 1390 }
const phone: View = { width: 390, height: 844, now }
const penicillin = 'example=penicillin-anaphylaxis&form=ki&to=eps'
const status = 'side=input&at=kritiskInformasjon.registreringer[0].status'

/** Each with the address, how it is looked at, and what has to be there before it is taken. */
const views: readonly (readonly [name: string, route: string, view: View, ready: string])[] = [
  ['overview', '#/?lang=en', desktop, '.element-counts'],
  ['overview-dark', '#/?lang=en&kind=1&group=state', { ...desktop, colorScheme: 'dark' }, '.element-counts'],
  ['overview-phone', '#/?lang=nb&way=kj-eps', phone, '.element-counts'],
  ['table', '#/table/ki-r4/allergy?lang=en&flip=1', desktop, 'main .facts'],
  ['table-phone', '#/table/ki-r4/allergy?lang=nb&flip=1', phone, 'main .facts'],
  ['record', `#/record?lang=en&${penicillin}&${status}`, tall, '.leaf-strip'],
  ['record-dark', `#/record?lang=nb&${penicillin}&${status}`, { ...tall, colorScheme: 'dark' }, '.leaf-strip'],
  ['record-phone', `#/record?lang=nb&${penicillin}&${status}`, phone, '.leaf-strip'],
  ['codes', '#/codes/7520?lang=en', desktop, 'main table'],
  ['assumptions', '#/assumptions?lang=en', desktop, 'main h2, main table'],
]

test.each(views)('%s', async (name, route, view, ready) => {
  const page = await site.open(route, view)
  await page.locator(ready).first().waitFor()
  await settled(page)
  await take(page, name)
})

test('table-print', async () => {
  // A4 at 96 dots an inch.
  const page = await site.open('#/table/ki-r4/allergy?lang=en&flip=1', { ...desktop, width: 794, height: 1123 })
  await page.locator('main .facts').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await settled(page)
  await take(page, 'table-print')
})

test('report', async () => {
  const report = join(folder, 'report.html')
  const invented = join(folder, 'wrong.ndjson')
  await run(['generate', '--count', '12', '--seed', '2', '--form', 'eps', '--invalid', '0.5', '-o', invented])
  await run(['validate', 'wrong.ndjson', '-f', 'html', '-o', report], { cwd: folder })
  await take(await site.openAddress(pathToFileURL(report).href, desktop), 'report')
})

test('show', async () => {
  const file = 'examples/refuted-brand-reaction/ki.json'
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: '80' }
  const { stdout } = await run(['show', file], { env, cwd: resolve('.') })
  const path = join(folder, 'show.html')
  writeFileSync(path, terminalPage(`kritinfo show ${file}`, stdout))
  const page = await site.openAddress(pathToFileURL(path).href, { width: 800, height: 200 })
  await take(page, 'show', true)
})

/** What comes in late, like the engine's answers, has come. */
async function settled(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"], progress').waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
}

async function take(page: Page, name: string, fullPage = false): Promise<void> {
  const path = join(target, `${name}.png`)
  await page.screenshot({ path, fullPage, animations: 'disabled', caret: 'hide' })
  expect(statSync(path).size, path).toBeLessThan(largest)
}
