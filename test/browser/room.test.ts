import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserSite } from './harness.ts'

const site = browserSite()
const pages = ['#/', '#/table', '#/table/ki-r4/allergy', '#/codes', '#/assumptions', '#/versions']

/** What is wider than the room it has, which hides it or lets it run into what stands beside it. */
function wider(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [...document.querySelectorAll('h1, h2, h3, thead th')]
    // Heads that only a reader of the screen hears are one pixel wide.
    const isSeen = (one: Element) => (one.closest('thead') ?? one).getBoundingClientRect().width > 1
    const cut = words.filter((one) => isSeen(one) && one.scrollWidth > one.clientWidth + 1)
    const whole = document.documentElement
    return [...cut, ...(whole.scrollWidth > innerWidth ? [whole] : [])].map((one) => `${one.tagName} ${one.className}`)
  })
}

test.each([390, 768, 900, 1045])(
  '%d wide, in Norwegian: nothing has to be scrolled sideways, no head runs into another',
  async (width) => {
    for (const route of pages) {
      const page = await site.open(`${route}?lang=nb`, { width })
      await page.waitForLoadState('networkidle')
      expect(await wider(page), route).toEqual([])
      await page.context().close()
    }
  },
)

test('on paper nothing is cut off', async () => {
  for (const route of [...pages, '#/record?example=refuted-treatment&form=ki&to=eps']) {
    // A4 within the margins of a browser.
    const page = await site.open(`${route}${route.includes('?') ? '&' : '?'}lang=nb`, { width: 718 })
    await page.waitForLoadState('networkidle')
    if (route.includes('example')) await page.locator('.entries tbody tr').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await wider(page), route).toEqual([])
    const scrolled = page.locator('.wide')
    expect(await scrolled.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)).toBe(0)
    const ways = await scrolled.evaluateAll((all) => all.map((one) => getComputedStyle(one).overflowX))
    expect(ways.filter((way) => way !== 'visible')).toEqual([])
    await page.context().close()
  }
})
