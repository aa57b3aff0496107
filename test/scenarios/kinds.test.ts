import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { now, run, workplace } from './run.ts'

const place = workplace()

interface Story {
  registreringer: { gyldigTil?: string; begrunnelse?: string }[]
}

/** A story with its first record changed, written for the command line to read. */
function changed(story: string, change: (record: Story['registreringer'][0]) => void): string {
  const document = JSON.parse(readFileSync(`examples/${story}/ki.json`, 'utf8')) as Story
  for (const record of document.registreringer.slice(0, 1)) change(record)
  return place.write(`${story}.json`, JSON.stringify(document))
}

describe('what NHN demands of a kind and the register leaves open', () => {
  test('a limitation of treatment without a date to warn until is refused, and nothing is written', async () => {
    const file = changed('treatment-limitation', (record) => delete record.gyldigTil)
    const { code, stdout, problems } = await run(['convert', file, '--to', 'kj'])
    expect([code, stdout]).toEqual([1, ''])
    expect(problems[0]).toMatch(/error SLC-001 .*`validUntil`/)
    expect(problems.at(-1)).toMatch(/CLI-012 The kj document/)
    expect((await run(['convert', file, '--to', 'eps', '--now', now])).code).toBe(0)
  })

  test('a reason of more than 80 characters is refused and never cut', async () => {
    const file = changed('no-resuscitation', (record) => {
      record.begrunnelse = 'x'.repeat(81)
    })
    const { code, stdout, problems } = await run(['convert', file, '--to', 'kj'])
    expect([code, stdout, problems]).toEqual([3, '', [expect.stringMatching(/error KI-009 /)]])
  })
})

test('a record that may not enter a summary is one difference of the trip there and back', async () => {
  const { code, stdout } = await run(['roundtrip', resolve('examples/refuted-treatment/ki.json'), '--via', 'eps'])
  const places = ['  kritiskInformasjon.registreringer[0]', '  kritiskInformasjon.registreringer[1]']
  const [first, ...others] = stdout.trimEnd().split('\n')
  expect([code, others]).toEqual([4, places])
  expect(first).toMatch(/: 2 differences, 2 in records that the ledgers list$/)
})

test('every kind and state goes to NHN and back as it was', async () => {
  const story = resolve('examples/whole-register/ki.json')
  for (const via of ['kj', 'r4'])
    expect(await run(['roundtrip', story, '--via', via])).toMatchObject({ code: 0, problems: [] })
})
