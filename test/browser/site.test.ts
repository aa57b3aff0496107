import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { browserSite } from './harness.ts'

const site = browserSite()
const pages = ['#/', '#/table', '#/record', '#/codes', '#/assumptions', '#/versions']

describe.each(['en', 'nb'] as const)('in %s', (lang) => {
  test.each(pages)('%s has one heading, a title and the language of the reader', async (route) => {
    const page = await site.open(route, { lang })
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toMatch(/ · kritinfo$/)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
  })
})

describe.each([
  ['desktop', 1280, 'light'],
  ['desktop, dark', 1280, 'dark'],
  ['phone', 390, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('%s', (_name, width, colorScheme) => {
  test.each(pages)('%s: axe finds nothing serious, and nothing scrolls sideways', async (route) => {
    const page = await site.open(route, { width, colorScheme })
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

test('the first stop of the keyboard leads to the content', async () => {
  const page = await site.open('#/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})

test('the language stays chosen from page to page', async () => {
  const page = await site.open('#/?lang=nb')
  await page.getByRole('link', { name: 'Antakelser' }).click()
  await page.waitForURL(/assumptions/)
  expect(await page.locator('html').getAttribute('lang')).toBe('nb')
  expect(page.url()).toContain('lang=nb')
})
