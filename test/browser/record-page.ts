import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Site, View } from './harness.ts'

/** What the address of the record page names. */
export type RecordQuery = Readonly<Record<string, string>>

export function recordRoute(query: RecordQuery): string {
  return `#/record?${new URLSearchParams(query)}`
}

/** Opens the record page and waits until both sides are there. */
export async function openRecord(site: Site, query: RecordQuery, view?: View): Promise<Page> {
  const page = await site.open(recordRoute(query), view)
  if (query.example !== undefined) await shown(page)
  return page
}

/** Waits until the lines that are seen have come. */
export async function shown(page: Page): Promise<void> {
  await page.locator('.lines .line[data-place]').first().waitFor()
}

/** Waits until both sides are checked. */
export async function checked(page: Page): Promise<void> {
  await page.locator('.progress-line progress').waitFor({ state: 'detached' })
}

/** What the page says of the leaf that is looked at. */
export async function stripOf(page: Page) {
  const strip = page.locator('.leaf-strip')
  return {
    place: await strip.locator('.leaf-place').textContent(),
    counterparts: await strip.locator('.counterparts button').allTextContents(),
    rows: await strip.locator('.steps li > a:not(.citation), .steps li > code').allTextContents(),
  }
}

/** The places of the lines that are lit on a side, of those that are seen. */
export function litOn(page: Page, side: 'input' | 'output'): Promise<(string | null)[]> {
  return page
    .locator(`#lines-${side} .line.lit`)
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-place')))
}

/** Pastes a text into the field and asks for its conversion. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.paste summary').click()
  await page.locator('.paste textarea').fill(text)
  await page.locator('.paste button').click()
}

/** Expects that nothing has to be scrolled sideways but what scrolls in itself. */
export async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}
