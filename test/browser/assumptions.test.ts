import { expect, test } from 'vitest'
import { standardToolkit } from '../../src/toolkit.ts'
import { expectAccessible } from './axe.ts'
import { browserSite } from './harness.ts'

const site = browserSite()

test('every assumption is there, and can be linked to', async () => {
  const page = await site.open('#/assumptions?id=A-updater-url')
  const ids = await page.locator('.assumption').evaluateAll((all) => all.map(({ id }) => id))
  expect(ids).toEqual(standardToolkit().mappings.assumptions.map(({ id }) => `at-${id}`))
  const link = page.locator('.permalink[aria-current]')
  await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true)
})

test('what leans on one leads to its row, and from there back', async () => {
  const page = await site.open('#/assumptions?id=A-updater-url')
  await page.locator('[id="at-A-updater-url"]').getByRole('link', { name: 'kj.allergy.updater' }).click()
  await page.waitForURL(/kj-r4\/allergy\?row=kj\.allergy\.updater/)
  await page.locator('[id="at-kj.allergy.updater"]').getByRole('link', { name: 'A-updater-url' }).click()
  await page.waitForURL(/assumptions\?id=A-updater-url/)
})

test('an address can be exchanged by a file, which is shown', async () => {
  const page = await site.open('#/assumptions?id=A-updater-url')
  const part = page.locator('[id="at-A-updater-url"]')
  await part.locator('summary').click()
  expect(await part.locator('pre').innerText()).toContain('A-updater-url: "http://nhn.no/')
})

test.each([
  ['desktop', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('%s: axe finds nothing serious, and nothing scrolls sideways', async (_name, width, colorScheme) => {
  const page = await site.open('#/assumptions?id=A-updater-url', { width, colorScheme, lang: 'nb' })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
