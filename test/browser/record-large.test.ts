import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserSite } from './harness.ts'
import { type LongestTask, longestTask } from './main-thread.ts'
import { openRecord, shown, stripOf } from './record-page.ts'

const site = browserSite()
/** What people feel as a halt; https://web.dev/articles/inp calls more than this in need of improvement. */
const longestHalt = 200
const size = 10_000_000

// A file on disk: what a test hands over as bytes goes through the page, which is then at work on that.
const folder = mkdtempSync(join(tmpdir(), 'kritinfo-'))
const file = join(folder, 'large.json')
beforeAll(() => writeFileSync(file, largeBundle()))
afterAll(() => rmSync(folder, { recursive: true }))

/** A searchset of one patient with as many records as fill it. */
function largeBundle(): string {
  const { entry, ...bundle } = JSON.parse(readFileSync('examples/whole-register/kj.json', 'utf8'))
  const others: unknown[] = []
  for (let copy = 0, length = 0; length < size; copy++) {
    for (const one of entry) {
      if (one.resource.resourceType === 'Patient' && copy > 0) continue
      const text = JSON.stringify(one).replaceAll(one.resource.id, `${one.resource.id}-${copy}`)
      others.push(JSON.parse(copy === 0 ? JSON.stringify(one) : text))
      length += text.length
    }
  }
  return JSON.stringify({ ...bundle, total: others.length, entry: others })
}

test('a Bundle of 10 MB: the page answers all the while, and shows only what is seen', async () => {
  const page = await openRecord(site, { to: 'ki' })
  const begun = performance.now()
  const converting = await longestTask(site.browser, page, async () => {
    await page.getByLabel('File').setInputFiles(file)
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    await page.locator('.lines .line[data-place]').first().waitFor({ timeout: 240_000 })
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const scrolling = await longestTask(site.browser, page, () => scrollAbout(page))
  expect(await page.locator('.line').count()).toBeLessThan(200)
  expect((await stripOf(page)).place).toMatch(/^Bundle/)
  const checking = await longestTask(site.browser, page, () =>
    page.locator('.progress-line progress').waitFor({ state: 'detached', timeout: 240_000 }),
  )
  process.stdout.write(
    `10 MB Bundle: converted and traced in ${seconds} s; longest task of the page: ${told(converting)} converting, ${told(scrolling)} scrolling, ${told(checking)} checking\n`,
  )
  for (const { processor } of [converting, scrolling, checking]) expect(processor).toBeLessThan(longestHalt)
}, 600_000)

/** Through the lines by hand and by key, and to a leaf. */
async function scrollAbout(page: Page): Promise<void> {
  const lines = page.locator('#lines-input')
  for (const share of [0.1, 0.9, 0.5, 1]) {
    await lines.evaluate((box, part) => {
      box.scrollTop = (box.scrollHeight - box.clientHeight) * part
    }, share)
    await page.locator('#lines-input .line[data-place]').first().waitFor()
  }
  await lines.focus()
  await page.keyboard.press('End')
  for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowUp')
  await page.locator('#lines-input .line.cursor').waitFor()
  await page.locator('#lines-input .line[data-place]').last().click({ timeout: 120_000 })
  await page.locator('.leaf-place').waitFor({ timeout: 120_000 })
}

function told({ clock, processor }: LongestTask): string {
  return `${clock} ms (${processor} ms of the processor)`
}

test('stop ends it, and the page goes on', async () => {
  const page = await openRecord(site, { to: 'ki' })
  await page.getByLabel('File').setInputFiles(file)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped.').waitFor()
  await page.getByLabel('Example').selectOption('peanut-allergy')
  await shown(page)
})

test('a file above the bound is not read, and the message says so', async () => {
  const page = await openRecord(site, {})
  await page.evaluate(() => {
    const part = ' '.repeat(33 * 1024 * 1024)
    const transfer = new DataTransfer()
    transfer.items.add(new File([part, part], 'huge.json'))
    const field = document.querySelector<HTMLInputElement>('.source input[type="file"]')
    if (field === null) throw new Error('there is no field for files')
    field.files = transfer.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const alert = page.locator('.problems')
  await alert.waitFor()
  expect(await alert.textContent()).toContain('huge.json:1:1: error DOC-007')
})
