import { expect, test } from 'vitest'
import { browserSite } from './harness.ts'
import { tellViolations, troublesOf } from './troubles.ts'

const site = browserSite()

/** Each with something that must be told of it. */
const planted: readonly (readonly [what: string, plant: () => unknown, told: RegExp])[] = [
  // biome-ignore lint/suspicious/noConsole: it is what is planted here.
  ['an error on the console', () => console.error('planted'), /^console: planted$/],
  [
    'an error that nobody catches',
    () =>
      setTimeout(() => {
        throw new Error('planted')
      }),
    /^error: planted$/,
  ],
  ['a style that the policy forbids', () => document.body.setAttribute('style', 'color: red'), /policy: style-src/],
  [
    'a text that becomes a page',
    () => {
      document.body.innerHTML = 'planted'
    },
    /TrustedHTML|trusted-types/,
  ],
  ['a text that becomes a program', () => setTimeout('planted'), /policy: |TrustedScript/],
  ['a request', () => fetch('http://192.0.2.1/').catch(() => undefined), /policy: connect-src http:\/\/192\.0\.2\.1\//],
  [
    'a picture from elsewhere',
    () => {
      new Image().src = 'http://192.0.2.1/x.png'
    },
    /policy: img-src/,
  ],
  [
    'a page elsewhere',
    () => {
      location.href = 'http://192.0.2.1/'
    },
    /^asks http:\/\/192\.0\.2\.1\/$/,
  ],
  [
    'a file that is not there',
    () => {
      const link = document.createElement('link')
      Object.assign(link, { rel: 'stylesheet', href: 'missing.css' })
      document.head.append(link)
    },
    /missing\.css/,
  ],
]

test.each(planted)('%s is told', async (_what, plant, told) => {
  const context = await site.browser.newContext()
  try {
    const troubles = troublesOf(context)
    await tellViolations(context)
    const page = await context.newPage()
    await page.goto(`${site.origin}/`)
    expect(troubles).toEqual([])
    await page.evaluate(plant).catch((problem: Error) => troubles.push(problem.message))
    await expect.poll(() => troubles).toContainEqual(expect.stringMatching(told))
  } finally {
    await context.close()
  }
})
