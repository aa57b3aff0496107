import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ListedRow } from '../../src/inspect/list.ts'
import type { Shown } from '../../src/inspect/show.ts'
import { run } from '../scenarios/run.ts'
import { expectAccessible } from './axe.ts'
import { browserSite } from './harness.ts'

const site = browserSite()
const told: { rows: readonly ListedRow[] } = { rows: [] }

/** What the command line says, as data. */
async function json<T>(...args: readonly string[]): Promise<T> {
  return JSON.parse((await run(['mapping', ...args, '-f', 'json'])).stdout) as T
}

beforeAll(async () => {
  told.rows = (await json<readonly ListedRow[]>('list')).filter((row) => row.kind === 'row')
})

const namesOn = (page: Page) => page.locator('.mapping-rows .row-name code').allTextContents()
const countOn = (page: Page) => page.locator('.count').innerText()
const go = (page: Page, route: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, route)

describe('rows', () => {
  test('of every table are those that the command line lists, and each can be linked to', async () => {
    const page = await site.open('#/table')
    const tables = [...new Set(told.rows.map(({ table }) => table))]
    for (const table of tables) {
      await go(page, `#/table/${table}`)
      await page.locator('h1', { hasText: table }).waitFor()
      const own = told.rows.filter((row) => row.table === table).map(({ id }) => id)
      expect(await namesOn(page)).toEqual(own)
      const anchors = await page.locator('.mapping-rows > tbody').evaluateAll((all) => all.map(({ id }) => id))
      expect(anchors).toEqual(own.map((id) => `at-${id}`))
    }
  })

  test('have what the profiles ask for on both sides, as the command line shows it', async () => {
    const page = await site.open('#/table/r4-eps/allergy')
    await page.locator('.facts').first().waitFor()
    for (const { id } of told.rows.filter(({ table }) => table === 'r4-eps/allergy')) {
      const shown = await json<Shown>('show', id)
      if (shown.kind !== 'row') throw new Error(`${id} is no row`)
      const facts = [...shown.left, ...shown.right].map(({ cardinality = '' }) => cardinality)
      const body = page.locator(`[id="at-${id}"]`)
      expect([id, await body.locator('.cardinality').allTextContents()]).toEqual([
        id,
        facts.filter((one) => one !== ''),
      ])
    }
  })

  test('show their cases when they are opened, by keyboard too', async () => {
    const page = await site.open('#/table/ki-r4/allergy?row=allergy.status')
    const grid = page.locator('[id="at-allergy.status"] details.grid')
    expect(await grid.locator('table').isVisible()).toBe(false)
    await grid.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await grid.locator('table').isVisible()).toBe(true)
    const shown = await json<Shown>('show', 'allergy.status')
    const cases = shown.kind === 'row' ? shown.row.cases?.length : undefined
    expect(await grid.locator('tbody tr').count()).toBe(cases)
  })

  test('lead on to the examples in which they are at work', async () => {
    const page = await site.open('#/table/ki-r4/allergy')
    const body = page.locator('[id="at-allergy.criticality"]')
    await body.locator('summary').first().click()
    const link = body.locator('.stories a', { hasText: 'peanut-allergy/ki.json' })
    expect(await link.getAttribute('href')).toBe('#/record?example=peanut-allergy&form=ki&to=r4')
  })
})

describe('a filter', () => {
  test.each([
    ['safety=status', ['--safety', 'status']],
    ['relation=no-map', ['--relation', 'no-map']],
    ['flip=1', ['--could-flip']],
    ['review=accepted', ['--review', 'accepted']],
  ])('of all tables by %s leaves what the command line lists', async (query, args) => {
    const page = await site.open(`#/table?${query}`)
    const listed = (await json<readonly ListedRow[]>('list', ...args)).filter((row) => row.kind === 'row')
    expect((await namesOn(page)).sort()).toEqual(listed.map(({ id }) => id).sort())
    if (listed.length > 0) expect(await countOn(page)).toMatch(new RegExp(`^${listed.length} rows`))
  })

  test('is chosen by keyboard, stands in the address, and is told', async () => {
    const page = await site.open('#/table/ki-r4/allergy')
    await page.getByLabel('Search ids').focus()
    await page.keyboard.type('criticality')
    await page.locator('.count', { hasText: ' of 21 rows' }).waitFor()
    expect(page.url()).toContain('q=criticality')
    expect(await namesOn(page)).toContain('allergy.criticality')
    await page.getByLabel('Only rows in which').focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/flip=1/)
    const left = await namesOn(page)
    expect(left).toEqual(
      told.rows.filter(({ id, safety }) => left.includes(id) && safety.length > 0).map(({ id }) => id),
    )
    await page.getByRole('button', { name: 'Show all' }).press('Enter')
    await page.locator('.count', { hasText: /^21 rows/ }).waitFor()
  })

  test('is the same when its address is opened', async () => {
    const page = await site.open('#/table/kj-r4/allergy?q=criticality&safety=criticality')
    const names = await namesOn(page)
    const again = await site.openAddress(page.url())
    expect(await namesOn(again)).toEqual(names)
    expect(await again.getByLabel('Search ids').inputValue()).toBe('criticality')
    expect(await again.getByLabel('Meaning that could flip').inputValue()).toBe('criticality')
  })

  test('that leaves nothing says so', async () => {
    const page = await site.open('#/table?q=nowhere-at-all')
    expect(await countOn(page)).toContain('No row fits')
  })
})

describe('a name', () => {
  test.each([
    ['allergy.status', /#\/table\/ki-r4\/allergy\?row=allergy\.status$/],
    ['import.condition.over', /#\/table\/other\/criteria\?row=import\.condition\.over$/],
    ['container.composition', /#\/table\/other\/steps\?row=container\.composition$/],
    ['no-basis.7497', /#\/table\/other\/dialects\?row=no-basis\.7497$/],
    ['extension:presumed', /#\/table\/other\/slices\?row=extension%3Apresumed$/],
    ['7497-snomed#2', /#\/codes\/7497-snomed\?code=2$/],
    ['A-updater-url', /#\/assumptions\?id=A-updater-url$/],
  ])('leads to where %s is explained, which is in view and has the focus', async (name, address) => {
    const page = await site.open(`#/table?row=${encodeURIComponent(name)}`)
    await page.waitForURL(address)
    const link = page.locator('.permalink[aria-current]')
    await link.waitFor()
    await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true)
    const isInView = await link.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
    expect(isInView).toBe(true)
  })

  test('that is not there is told, with the one that was meant', async () => {
    const page = await site.open('#/table?row=allergy.statu')
    await page.getByRole('link', { name: 'allergy.status' }).click()
    await page.waitForURL(/ki-r4\/allergy\?row=allergy\.status/)
  })

  test('is followed from another page', async () => {
    const page = await site.open('#/codes/alvorlighetsgrad')
    await page.getByRole('link', { name: 'allergy.criticality' }).click()
    await page.waitForURL(/ki-r4\/allergy\?row=allergy\.criticality/)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('link to allergy.criticality')
  })
})

const routes = [
  '#/table/ki-r4/allergy?row=allergy.status',
  '#/table?flip=1',
  '#/table/other/criteria',
  '#/table/other/dialects?row=no-basis',
  '#/table/other/slices',
  '#/table/other/steps?row=container.composition',
  '#/table/no-such/table',
]

describe.each([
  ['desktop', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('%s', (_name, width, colorScheme) => {
  test.each(routes)('%s: axe finds nothing serious, and nothing scrolls sideways', async (route) => {
    const page = await site.open(route, { width, colorScheme, lang: 'nb' })
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

test('on a phone another table is chosen from a list', async () => {
  const page = await site.open('#/table/ki-r4/allergy', { width: 390 })
  await page.locator('.side-chooser select').selectOption({ label: 'kj-r4/reaction (4)' })
  await page.waitForURL(/kj-r4\/reaction/)
  await page.locator('h1', { hasText: 'kj-r4/reaction' }).waitFor()
})

test('on paper there are no fields, the head is repeated, and what is folded is open', async () => {
  const page = await site.open('#/table/ki-r4/allergy')
  await page.locator('.facts').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.fields').isVisible()).toBe(false)
  expect(await page.locator('.side').isVisible()).toBe(false)
  const display = await page.locator('.mapping-rows > thead').evaluate((head) => getComputedStyle(head).display)
  expect(display).toBe('table-header-group')
  const grid = page.locator('[id="at-allergy.status"] details.grid')
  expect((await grid.boundingBox())?.height).toBeGreaterThan(300)
})
