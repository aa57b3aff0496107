import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { browserSite } from './harness.ts'

const site = browserSite()
const folder = mkdtempSync(join(tmpdir(), 'kritinfo-site-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the site to a folder of its own, and gives the address of its first page. */
function written(name: string, ...options: string[]): string {
  const out = join(folder, name)
  const program = resolve(process.env.KRITINFO_CLI ?? 'dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [program, 'browse', '--out', out, ...options], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return pathToFileURL(join(out, 'index.html')).href
}

test('the site works from files, with no server and no network', async () => {
  const page = await site.openAddress(`${written('plain')}#/?lang=nb`)
  await page.context().setOffline(true)
  await page.locator('.element-counts').waitFor()
  await page.getByRole('link', { name: 'Tabeller', exact: true }).click()
  await page.waitForURL(/#\/table/)
  expect(await page.locator('h1').textContent()).not.toBe('')
})

test('a site with a user’s tables shows them, and says that it does', async () => {
  const page = await site.openAddress(`${written('own', '--mappings', 'examples/overlay')}#/`)
  expect(await page.locator('footer').textContent()).toContain('with tables of your own over them')
  await page.locator('.element-counts').waitFor()
})

test('a file of the site that is missing is told, and the rest of the page stays', async () => {
  const address = written('broken')
  rmSync(join(folder, 'broken/engine.js'))
  const page = await site.openAddress(`${address}#/`, { troubles: 'allowed' })
  await page.getByText('a file of the site is missing').waitFor()
  expect(await page.locator('.matrix tbody tr').count()).toBe(12)
})
