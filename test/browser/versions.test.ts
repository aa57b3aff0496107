import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { PackageDiff } from '../../src/mapping/diff/package.ts'
import type { TablesDiff } from '../../src/mapping/diff/tables.ts'
import { tar, tarEntry } from '../cli/archives.ts'
import { run, workplace } from '../scenarios/run.ts'
import { expectAccessible } from './axe.ts'
import { browserSite, type View } from './harness.ts'

const site = browserSite()
const place = workplace()
const overlay = readdirSync('examples/overlay', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => resolve('examples/overlay', name))

/** Gives files to both sides and compares; what comes of it is there when this is done. */
async function compared(before: readonly string[], after: readonly string[], view: View = {}): Promise<Page> {
  const page = await site.open('#/versions', view)
  for (const [side, files] of [before, after].entries()) {
    if (files.length > 0)
      await page
        .locator('.version-side')
        .nth(side)
        .locator('input[type=file]')
        .first()
        .setInputFiles([...files])
  }
  await page.locator('main > p button').first().click()
  await page.locator('.diff, .problems, main > [role=alert]').first().waitFor()
  return page
}

async function told<T>(...args: readonly string[]): Promise<T> {
  return JSON.parse((await run(['mapping', 'diff', ...args, '-f', 'json'])).stdout) as T
}

const namesOn = (page: Page) => page.locator('.diff-entry > p > :is(a, code)').allInnerTexts()

test('an overlay over the tables of the site differs as the command line says, what could flip first', async () => {
  const page = await compared([], overlay)
  const { changes } = await told<TablesDiff>('mappings', 'examples/overlay')
  const names = changes.map(({ kind, table, id }) => (kind === 'code' ? `${table}#${id}` : id))
  expect(await namesOn(page)).toEqual(names)
  expect(await page.locator('.diff h3').first().innerText()).toBe('Could flip a meaning')
})

describe('packages', () => {
  const profile = (max: string) =>
    JSON.stringify({
      resourceType: 'StructureDefinition',
      url: 'http://example.org/p',
      name: 'P',
      status: 'active',
      kind: 'resource',
      abstract: false,
      type: 'AllergyIntolerance',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/AllergyIntolerance',
      derivation: 'constraint',
      differential: { element: [{ id: 'AllergyIntolerance.note', path: 'AllergyIntolerance.note', max }] },
    })
  const packed = (name: string, max: string) => {
    const manifest = JSON.stringify({ name: 'x', version: max, fhirVersions: ['4.0.1'] })
    const blocks = [
      tarEntry('package/package.json', manifest),
      tarEntry('package/StructureDefinition-p.json', profile(max)),
    ]
    return place.write(name, gzipSync(tar(...blocks)))
  }

  test('differ as the command line says, with the rows that are about what differs', async () => {
    const files = [packed('one.tgz', '*'), packed('two.tgz', '1')] as const
    const page = await compared([files[0]], [files[1]])
    const { profiles } = await told<PackageDiff>(...files)
    const [change] = profiles[0]?.changes ?? []
    const cells = await page.locator('.diff tbody tr').first().locator('th, td').allInnerTexts()
    expect(cells[0]).toBe(change?.element)
    expect(cells.slice(2)).toEqual([change?.before, change?.after, change?.rows.join(', ')])
  })

  test('and tables are not compared', async () => {
    const page = await compared([], [packed('three.tgz', '1')])
    expect(await page.locator('[role=alert]').innerText()).toContain('Only like can be compared')
  })
})

describe('a file that cannot be read is told as the command line does', () => {
  test('with line and column', async () => {
    const path = place.write('wrong/broken.yaml', 'table: ki-r4/allergy\nextends: true\nrows: [\n')
    const page = await compared([], [path])
    const { problems } = await run(['mapping', 'diff', resolve('mappings'), path])
    const lines = await page.locator('.problems li').allInnerTexts()
    expect(lines.map((line) => line.replace(/: error/, ':error'))).toEqual(
      problems.map((line) => line.replace(join(place.folder, 'wrong/'), '').replace(/: error/, ':error')),
    )
  })

  test('with its name, where it is no archive', async () => {
    const page = await compared([], [place.write('none.tgz', 'nothing')])
    expect(await page.locator('[role=alert]').innerText()).toMatch(/none\.tgz.*PKG-020|Only like/s)
  })
})

test.each([
  ['desktop', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('%s: axe finds nothing serious, and nothing scrolls sideways', async (_name, width, colorScheme) => {
  const page = await compared([], overlay, { width, colorScheme, lang: 'nb' })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
