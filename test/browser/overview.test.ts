import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { browserSite } from './harness.ts'

const site = browserSite()

test('four forms, eleven kinds and the patient', async () => {
  const page = await site.open('#/')
  expect(await page.locator('.form h3').count()).toBe(4)
  expect(await page.locator('.matrix tbody tr').count()).toBe(12)
  expect(await page.locator('.matrix thead th').count()).toBe(9)
})

test('a cell leads to its rows, and a row to its place in a table', async () => {
  const page = await site.open('#/?lang=nb')
  const cell = page.locator('.matrix tbody tr').first().locator('td[data-head="Status og sannsynlighet"] a')
  const count = Number(/\d+/.exec((await cell.textContent()) ?? '')?.[0])
  await cell.click()
  const rows = page.locator('.cell-rows tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(count)
  expect(await cell.getAttribute('aria-current')).toBe('true')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Legemiddelreaksjon')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'allergy.status', exact: true }).click()
  await page.waitForURL(/#\/table\/ki-r4\/allergy\?.*row=allergy\.status/)
})

test('a way between two forms leads to its tables', async () => {
  const page = await site.open('#/?lang=en')
  await page.locator('.edge-kj-r4').click()
  await page.waitForURL(/#\/table\/kj-r4\?/)
  expect(await page.locator('h1').textContent()).toBe('kj ⇄ r4')
  const tables = await page.locator('.all-tables tbody th').allTextContents()
  expect(tables.filter((id) => !id.startsWith('kj-r4/'))).toEqual([])
  expect(await page.locator('.edge-rows').count()).toBe(0)
  await page.getByRole('searchbox').fill('status')
  const found = page.locator('main section h2')
  await found.first().waitFor()
  expect((await found.allTextContents()).filter((id) => !id.startsWith('kj-r4/'))).toEqual([])
  await expectAccessible(page)
})

test('an address alone brings back what was chosen', async () => {
  const page = await site.open('#/?group=state&kind=6&lang=en&way=kj-eps')
  expect(await page.locator('.ways a[aria-current]').textContent()).toBe('kj ⇄ eps')
  expect(await page.locator('.cell-rows h3').textContent()).toContain('Ongoing treatment')
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await page.locator('.cell-rows').count()).toBe(0)
  expect(page.url()).not.toContain('kind=')
})

test('a way changes the numbers', async () => {
  const page = await site.open('#/')
  const rows = () => page.locator('.figure dd').first().textContent()
  const before = await rows()
  await page.getByRole('link', { name: 'r4 ⇄ eps', exact: true }).click()
  await expect.poll(rows).not.toBe(before)
})

test('the elements of the profiles are counted by the engine', async () => {
  const page = await site.open('#/')
  await page.locator('.element-counts tbody tr').first().waitFor()
  expect(await page.locator('.element-counts tbody tr').count()).toBe(6)
})

describe.each([1280, 390])('%d wide, with rows open', (width) => {
  test.each(['light', 'dark'] as const)('%s: axe finds nothing serious', async (colorScheme) => {
    const page = await site.open('#/?group=what&kind=7', { width, colorScheme })
    await page.locator('.element-counts').waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

test('what an address does not name rightly is as if left out', async () => {
  const page = await site.open('#/?way=x&kind=99&group=__proto__')
  expect(await page.locator('.ways a[aria-current]').textContent()).toBe('ki ⇄ eps')
  expect(await page.locator('.cell-rows').count()).toBe(0)
})
