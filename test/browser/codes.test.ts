import { describe, expect, test } from 'vitest'
import type { ListedRow } from '../../src/inspect/list.ts'
import { run } from '../scenarios/run.ts'
import { expectAccessible } from './axe.ts'
import { browserSite } from './harness.ts'

const site = browserSite()

test('the codes of every table are those that the command line lists', async () => {
  const { stdout } = await run(['mapping', 'list', '-f', 'json'])
  const codes = (JSON.parse(stdout) as readonly ListedRow[]).filter((row) => row.kind === 'code')
  const page = await site.open('#/codes')
  for (const table of new Set(codes.map((row) => row.table))) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/codes/${table}`)
    await page.locator('h1', { hasText: table }).waitFor()
    const own = codes.filter((row) => row.table === table)
    const ids = await page
      .locator('.code-rows')
      .first()
      .locator('tbody > tr')
      .evaluateAll((all) => all.map(({ id }) => id))
    expect(ids).toEqual(own.map(({ id }) => `at-${id.slice(table.length + 1)}`))
  }
})

test('a code is linked to, and found by words', async () => {
  const page = await site.open('#/codes/7497-snomed?code=2')
  const link = page.locator('.permalink[aria-current]')
  await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByLabel('Search codes').fill('arytmi')
  await page.locator('.count', { hasText: '1 of 6 codes' }).waitFor()
  expect(page.url()).toContain('q=arytmi')
  expect(page.url()).not.toContain('code=')
})

describe('both directions', () => {
  test('are the same pairs, or it says which codes do not come back', async () => {
    const page = await site.open('#/codes/kjonn')
    expect(await page.locator('main').innerText()).toContain('The same pairs hold both ways.')
    const other = await site.open('#/codes/7497-snomed')
    expect(await other.locator('main').innerText()).toContain(
      '3 codes of the left side do not come back as themselves: 2, 9, 10',
    )
  })
})

describe.each([
  ['desktop', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('%s', (_name, width, colorScheme) => {
  test.each(['#/codes/7497-snomed?code=2', '#/codes/critical-conditions', '#/codes/absent', '#/codes/no-such'])(
    '%s: axe finds nothing serious, and nothing scrolls sideways',
    async (route) => {
      const page = await site.open(route, { width, colorScheme, lang: 'nb' })
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    },
  )
})
