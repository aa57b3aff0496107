import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startChromium } from './chromium.ts'
import { type Served, serveSite } from './serve.ts'
import { tellViolations, troublesOf } from './troubles.ts'

/** How a page is looked at; else a desktop of 1280 by 900, light, in English. */
export interface View {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly lang?: 'nb' | 'en'
  /** What pages take for the time; else the clock's. */
  readonly now?: string
  /** True where the test itself looks at what goes wrong. */
  readonly troubles?: 'allowed'
}

export interface Site {
  readonly origin: string
  readonly browser: Browser
  /** Opens `#/…` in a browser that has seen nothing before, and waits for a heading. */
  open(route: string, view?: View): Promise<Page>
  /** The same of any address, `file:` too. */
  openAddress(address: string, view?: View): Promise<Page>
}

/**
 * The site in a browser, for a file of tests. A test fails if its pages write an error or warning to the console, throw, break
 * their own policy, miss a file, or ask for anything off this machine.
 */
export function browserSite(): Site {
  const parts: { served?: Served; browser?: Browser } = {}
  const contexts = new Map<BrowserContext, readonly string[]>()
  beforeAll(async () => {
    parts.served = await serveSite()
    parts.browser = await startChromium()
  })
  afterEach(async () => {
    const troubles = [...contexts.values()].flat()
    await Promise.all([...contexts.keys()].map((context) => context.close()))
    contexts.clear()
    expect(troubles, 'what went wrong in the pages').toEqual([])
  })
  afterAll(async () => {
    await parts.browser?.close()
    await parts.served?.close()
  })
  return {
    get origin() {
      return given(parts.served).origin
    },
    get browser() {
      return given(parts.browser)
    },
    open(route, view) {
      return this.openAddress(`${this.origin}/${route}`, view)
    },
    async openAddress(address, view = {}) {
      const context = await contextOf(this.browser, view)
      const troubles = troublesOf(context)
      contexts.set(context, view.troubles === 'allowed' ? [] : troubles)
      await tellViolations(context)
      const page = await context.newPage()
      if (view.now !== undefined) await page.clock.setFixedTime(view.now)
      await page.goto(address)
      await page.locator('h1').first().waitFor()
      return page
    },
  }
}

function contextOf(browser: Browser, { width = 1280, height = 900, colorScheme = 'light', lang = 'en' }: View) {
  return browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: lang === 'nb' ? 'nb-NO' : 'en-GB',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  })
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the site is there once the tests have begun')
  return value
}
