import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { stories } from '../stories.ts'
import { expectAccessible } from './axe.ts'
import { browserSite } from './harness.ts'
import { checked, expectNarrow, litOn, openRecord, paste, recordRoute, shown, stripOf } from './record-page.ts'

const site = browserSite()
const criticality = 'kritiskInformasjon.registreringer[0].alvorlighetsgrad'
const peanut = readFileSync('examples/peanut-allergy/ki.json', 'utf8')

describe('examples', () => {
  test('every story converts from every form to every other', async () => {
    const page = await openRecord(site, { example: stories[0] as string, form: 'ki', to: 'eps' })
    for (const story of stories) {
      for (const [form, to] of [
        ['ki', 'eps'],
        ['eps', 'ki'],
        ['kj', 'eps'],
        ['r4', 'kj'],
      ] as const) {
        const hash = recordRoute({ example: story, form, to })
        await page.evaluate((next) => {
          location.hash = next
        }, hash)
        await page.locator(`.pane h2:has-text("Target: ${to}")`).waitFor()
        await page.locator('.progress-line strong', { hasText: `→ ${to}` }).waitFor()
        expect(await page.locator('.problems').count(), `${story} ${form}`).toBe(0)
      }
    }
  })

  test('those of dialects and the summary from abroad are there too', async () => {
    const page = await openRecord(site, { example: 'dialects/sfm-xml', form: 'kj', to: 'ki' })
    expect(await page.locator('#pane-input').textContent()).toContain('sfm-xml')
    const names = await page.getByLabel('Example').locator('option').allTextContents()
    expect(names).toContain('Portuguese visitor')
    expect(names).toHaveLength(1 + stories.length + 1 + 5)
  })
})

describe('looking', () => {
  test('a permalink alone restores the place, its counterpart and its rows', async () => {
    const page = await openRecord(site, {
      example: 'peanut-allergy',
      form: 'ki',
      to: 'eps',
      side: 'input',
      at: criticality,
    })
    await page.locator('.leaf-place').waitFor()
    const { place, counterparts, rows } = await stripOf(page)
    expect(place).toBe(criticality)
    expect(rows).toEqual(['allergy.criticality', 'eps.allergy.criticality'])
    await page.locator('#lines-output .line.lit').waitFor()
    expect(await litOn(page, 'output')).toEqual(counterparts)
    expect(await litOn(page, 'input')).toEqual([criticality])
    const link = page.locator('.leaf-strip a', { hasText: /^allergy\.criticality$/ })
    expect(await link.getAttribute('href')).toBe('#/table/ki-r4/allergy?row=allergy.criticality')
  })

  test('pointing lights the counterpart, clicking pins it, and the address follows', async () => {
    const page = await openRecord(site, { example: 'peanut-allergy', form: 'ki', to: 'kj' })
    const line = page.locator('#lines-input .line[data-place="kritiskInformasjon.pasient.fodselsdato"]')
    await line.hover()
    await page.locator('#lines-output .line.lit').waitFor()
    expect((await stripOf(page)).place).toBe('kritiskInformasjon.pasient.fodselsdato')
    expect(page.url()).not.toContain('at=')
    await line.click()
    await page.waitForURL(/at=kritiskInformasjon\.pasient\.fodselsdato/)
    await page.locator('#lines-input .line[data-place$=".kjonn"]').hover()
    expect((await stripOf(page)).place).toBe('kritiskInformasjon.pasient.fodselsdato')
  })

  test('by keyboard alone: to a leaf, pinned, to its counterpart, and let go', async () => {
    const page = await openRecord(site, { example: 'peanut-allergy', form: 'ki', to: 'eps' })
    await page.locator('#lines-input').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown')
    await page.locator('.leaf-place', { hasText: 'pasient.identifikator.verdi' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/side=input/)
    const { counterparts } = await stripOf(page)
    await page.keyboard.press('c')
    await page.locator('.leaf-place', { hasText: counterparts[0] as string }).waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'lines-output')
    const active = await page.locator('#lines-output').getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('data-place')).toBe(counterparts[0])
    await page.keyboard.press('Escape')
    await page.locator('.leaf-place').waitFor({ state: 'detached' })
  })

  test('of several counterparts the next one comes into view', async () => {
    const page = await openRecord(site, {
      example: 'peanut-allergy',
      form: 'ki',
      to: 'eps',
      side: 'input',
      at: 'kritiskInformasjon.registreringer[0].registrert.av.hprNummer',
    })
    await page.locator('.counterparts li').nth(1).waitFor()
    await page.locator('#lines-input').focus()
    await page.keyboard.press('n')
    await page.locator('.counterparts li:nth-child(2) button[aria-current]').waitFor()
    const { counterparts } = await stripOf(page)
    await expect.poll(() => litOn(page, 'output')).toContain(counterparts[1])
  })

  test('an entry of the ledger leads to its line, and says why there is no counterpart', async () => {
    const page = await openRecord(site, { example: 'refuted-treatment', form: 'ki', to: 'eps' })
    const entry = page.locator('.entries tbody tr', { hasText: 'withheld' }).first()
    const place = await entry.locator('button.place').textContent()
    await entry.locator('button.place').click()
    await page.locator('.leaf-place').waitFor()
    expect((await stripOf(page)).place).toBe(place)
    expect(await page.locator('.leaf-outcome').textContent()).toContain('withheld')
  })
})

describe('bad input', () => {
  const cases: readonly (readonly [why: string, text: string, place: string, code: string, line: number])[] = [
    ['JSON that ends too soon', '{\n  "format": "kritisk-informasjon",\n  "pasient": {', ':3:', 'DOC-', 3],
    ['a value of a wrong kind', peanut.replace('"alvorlig"', '"secretvalue"'), '', 'KI-', 0],
    ['what is no record', '{ "a": 1 }', ':1:1:', 'CNV-001', 1],
  ]
  test.each(cases)('%s: the place, the code and what to do; the field goes there', async (_why, text, place, code) => {
    const page = await openRecord(site, {})
    await paste(page, text)
    const alert = page.locator('.problems')
    await alert.waitFor()
    const told = await alert.textContent()
    expect(told).toContain(`pasted${place}`)
    expect(told).toContain(code)
    expect(told).not.toContain('secretvalue')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    const at = /:(\d+):(\d+):/.exec(told ?? '') ?? []
    const offset = await page
      .locator('.paste textarea')
      .evaluate((field) => (field as HTMLTextAreaElement).selectionStart)
    const before = text.slice(0, offset)
    expect([before.split('\n').length, offset - before.lastIndexOf('\n')]).toEqual([Number(at[1]), Number(at[2])])
    await expectAccessible(page)
  })

  test('what is mended converts', async () => {
    const page = await openRecord(site, {})
    await paste(page, peanut.slice(0, 40))
    await page.locator('.problems').waitFor()
    await page.locator('.paste textarea').fill(peanut)
    await page.locator('.paste button').click()
    await shown(page)
    expect(await page.locator('.problems').count()).toBe(0)
    expect(page.url()).not.toContain('at=')
  })
})

describe('files', () => {
  const give = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
  const kj = readFileSync('examples/peanut-allergy/kj.json')
  const line = `${JSON.stringify(JSON.parse(peanut))}\n`

  test.each([
    ['JSON', give('record.json', Buffer.from(peanut)), 'ki'],
    ['packed', give('record.json.gz', gzipSync(kj)), 'nhn-2025'],
    ['lines', give('record.ndjson', Buffer.from(line + line)), 'ki'],
    ['XML', give('record.xml', readFileSync('examples/dialects/sfm-xml/input.xml')), 'sfm-xml'],
  ] as const)('%s', async (_name, file, from) => {
    const page = await openRecord(site, {})
    await page.getByLabel('File').setInputFiles(file)
    await shown(page)
    expect(await page.locator('#pane-input').textContent()).toContain(from)
  })

  test('of a damaged one it is told what is wrong, and no other record stands there in its place', async () => {
    const page = await openRecord(site, {})
    await page.getByLabel('File').setInputFiles(give('record.json', Buffer.from(peanut)))
    await shown(page)
    await page.getByLabel('File').setInputFiles(give('cut.json.gz', gzipSync(kj).subarray(0, 300)))
    await page.locator('.problems', { hasText: 'CLI-013' }).waitFor()
    expect(await page.locator('.problems').textContent()).toContain('cut.json.gz:1:1:')
    expect(await page.locator('.panes').count()).toBe(0)
  })
})

test('a link to an example leads to it, also from a record of one’s own', async () => {
  const page = await openRecord(site, {})
  await paste(page, peanut)
  await shown(page)
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    recordRoute({ example: 'latex-allergy', form: 'kj', to: 'ki' }),
  )
  await page.locator('.pane h2', { hasText: 'Target: ki' }).waitFor()
  expect(await page.getByLabel('Example').inputValue()).toBe('latex-allergy')
  expect(await page.locator('#pane-input').textContent()).toContain('nhn-2025')
})

test('the direction turns: the output becomes the input', async () => {
  const page = await openRecord(site, { example: 'peanut-allergy', form: 'ki', to: 'eps' })
  await page.getByRole('button', { name: 'Turn round' }).click()
  await page.locator('#pane-input', { hasText: 'eps' }).waitFor()
  await page.locator('#pane-output', { hasText: 'ki' }).waitFor()
  await shown(page)
  expect(page.url()).not.toContain('example=')
})

test('findings stand at their lines, in the list, and lead to them', async () => {
  const page = await openRecord(site, {})
  const kj = readFileSync('examples/peanut-allergy/kj.json', 'utf8')
  await paste(page, kj.replace('"criticality": "high"', '"criticality": "highest"'))
  await shown(page)
  await checked(page)
  await page.locator('#below-findings').click()
  const finding = page.locator('.findings li', { hasText: /criticality/ }).first()
  await finding.getByRole('button').click()
  const marked = page.locator('#lines-input .line', { hasText: '"highest"' })
  expect(await marked.textContent()).toContain('error')
  expect(await finding.textContent()).toMatch(/\d+:\d+/)
})

test('a round trip loses what the ledger says, and with the original at hand nothing', async () => {
  const page = await openRecord(site, { example: 'whole-register', form: 'kj', to: 'eps', carry: 'none' })
  await page.locator('#below-trip').click()
  await page.locator('.changes tbody tr').first().waitFor()
  await page.getByLabel('With the original at hand').check()
  await page.getByText('The record came back as it went.').waitFor()
  expect(await page.locator('.changes').count()).toBe(0)
})

test('a narrative is shown as text and lists, and nothing in it is alive', async () => {
  const page = await openRecord(site, {})
  const eps = JSON.parse(readFileSync('examples/peanut-allergy/eps.json', 'utf8'))
  const composition = eps.entry[0].resource
  composition.text.div =
    '<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">a <a href="https://x.example/">b</a><img src="https://x.example/" alt="c"/></p><script>x()</script><iframe src="https://x.example/">d</iframe></div>'
  await paste(page, JSON.stringify(eps))
  await shown(page)
  await page.locator('#view-input-narrative').click()
  const narrative = page.locator('.narrative').first()
  await narrative.waitFor()
  expect(await narrative.textContent()).toContain('a b (https://x.example/)[c]')
  expect(await narrative.locator('a, img, script, iframe, [onclick], [style]').count()).toBe(0)
})

test('in a picture what was refuted is struck out, and the word stands beside', async () => {
  const page = await openRecord(site, { example: 'refuted-brand-reaction', form: 'ki', to: 'eps' })
  await page.locator('#view-input-picture').click()
  const title = page.locator('.record-card h4').first()
  await title.waitFor()
  expect(await title.locator('s').count()).toBe(1)
  expect(await title.textContent()).toContain('REFUTED')
})

test('in a picture what holds stands out, and what was refuted does not', async () => {
  const page = await openRecord(site, { example: 'whole-register', form: 'ki', to: 'eps' })
  await page.locator('#view-input-picture').click()
  await page.locator('.state.active').first().waitFor()
  const ground = (tone: string) =>
    page
      .locator(`.state.${tone}`)
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor)
  const clear = 'rgba(0, 0, 0, 0)'
  expect(await ground('active')).not.toBe(clear)
  expect(await ground('refuted')).toBe(clear)
})

describe.each([
  ['desktop', 1280, 'light'],
  ['desktop, dark', 1280, 'dark'],
  ['phone', 390, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('%s', (_name, width, colorScheme) => {
  test('axe finds nothing serious in any part, and nothing scrolls sideways', async () => {
    const page = await openRecord(
      site,
      { example: 'whole-register', form: 'eps', to: 'ki', side: 'input', at: 'AllergyIntolerance[0].criticality' },
      { width, colorScheme },
    )
    await checked(page)
    await page.locator('.leaf-place').waitFor()
    await expectAccessible(page)
    await expectNarrow(page)
    await page.locator('.options summary').click()
    for (const [view, below] of [
      ['narrative', 'findings'],
      ['picture', 'trip'],
    ]) {
      await page.locator(`#view-input-${view}`).click()
      await page.locator(`#below-${below}`).click()
      await page.locator('.narratives, .picture').first().waitFor()
      await expectAccessible(page)
      await expectNarrow(page)
    }
  })
})

test('on a phone one side is seen at a time, and a counterpart brings up the other', async () => {
  const query = { example: 'peanut-allergy', form: 'ki', to: 'eps', side: 'input', at: criticality }
  const page = await openRecord(site, query, { width: 390 })
  await page.locator('.counterparts button').first().waitFor()
  expect(await page.locator('#lines-output').isVisible()).toBe(false)
  await page.locator('.counterparts button').first().click()
  await page.locator('#lines-output').waitFor({ state: 'visible' })
  expect(await page.locator('#lines-input').isVisible()).toBe(false)
  await page.locator('.side-switch').getByLabel('Source').check()
  expect(await page.locator('#lines-input').isVisible()).toBe(true)
})
