import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserSite } from './harness.ts'
import { openRecord, shown, stripOf } from './record-page.ts'

const site = browserSite()
/** What people feel as a halt; https://web.dev/articles/inp calls more than this in need of improvement. */
const longestHalt = 200
const size = 10_000_000

/** A searchset of one patient with as many records as fill it. */
function largeBundle(): Buffer {
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
  return Buffer.from(JSON.stringify({ ...bundle, total: others.length, entry: others }))
}

interface Halts {
  readonly frames: number[]
  readonly tasks: number[]
}

/** Notes how long frames and tasks of the page take, from now on. */
async function watchHalts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const halts: Halts = { frames: [], tasks: [] }
    Object.assign(globalThis, { halts })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) halts.tasks.push(duration)
    }).observe({ type: 'longtask' })
    let before = performance.now()
    const frame = (now: number) => {
      halts.frames.push(now - before)
      before = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

/** The longest of each since the last time, in milliseconds. */
async function longest(page: Page): Promise<{ frame: number; task: number }> {
  const { frames, tasks } = await page.evaluate(() => {
    const { halts } = globalThis as unknown as { halts: Halts }
    return { frames: halts.frames.splice(0), tasks: halts.tasks.splice(0) }
  })
  return { frame: Math.round(Math.max(0, ...frames)), task: Math.round(Math.max(0, ...tasks)) }
}

test('a Bundle of 10 MB: the page answers all the while, and shows only what is seen', async () => {
  const page = await openRecord(site, { to: 'ki' })
  await watchHalts(page)
  const buffer = largeBundle()
  const begun = performance.now()
  await page.getByLabel('File').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  await page.locator('.lines .line[data-place]').first().waitFor({ timeout: 240_000 })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const converting = await longest(page)

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
  await page.locator('.leaf-place').waitFor()
  expect((await stripOf(page)).place).toMatch(/^Bundle/)
  const scrolling = await longest(page)
  expect(await page.locator('.line').count()).toBeLessThan(200)

  await page.locator('.progress-line progress').waitFor({ state: 'detached', timeout: 240_000 })
  const checking = await longest(page)
  process.stdout.write(
    `10 MB Bundle: converted and traced in ${seconds} s; longest frame and task of the page: ${told(converting)} converting, ${told(scrolling)} scrolling, ${told(checking)} checking\n`,
  )
  for (const { task } of [converting, scrolling, checking]) expect(task).toBeLessThan(longestHalt)
}, 600_000)

function told({ frame, task }: { frame: number; task: number }): string {
  return `${frame} ms and ${task} ms`
}

test('stop ends it, and the page goes on', async () => {
  const page = await openRecord(site, { to: 'ki' })
  const buffer = largeBundle()
  await page.getByLabel('File').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer })
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
