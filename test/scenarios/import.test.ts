import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { now, run, workplace } from './run.ts'

const place = workplace()
const summary = resolve('examples/portuguese-visitor/summary.json')

function kinds(text: string): string[] {
  return (JSON.parse(text) as { registreringer: { type: string }[] }).registreringer.map(({ type }) => type)
}

describe('a summary of another country', () => {
  test.concurrent('gives what is critical, tells of each other entry, and exits with 4 for what has to be asked', async () => {
    const { code, stdout, problems } = await run(['convert', summary, '--to', 'ki', '--now', now])
    expect(kinds(stdout)).toHaveLength(8)
    expect(code).toBe(4)
    const told = problems.map((line) => /(IMP|CNV|CLI)-\d+/.exec(line)?.[0])
    expect(told.filter((one) => one === 'IMP-001')).toHaveLength(7)
    expect(told.filter((one) => one === 'IMP-002')).toHaveLength(4)
    expect(problems.every((line) => /summary\.json:(\d+:\d+:)? (information|warning) /.test(line))).toBe(true)
  })

  test.concurrent('is no loss to who says so', async () => {
    const { code } = await run(['convert', summary, '--to', 'kj', '--fail-on', 'none', '--quiet'])
    expect(code).toBe(0)
  })

  test.concurrent('--import all: whatever has a place', async () => {
    const { stdout } = await run(['convert', summary, '--to', 'ki', '--import', 'all', '--fail-on', 'none'])
    expect(kinds(stdout)).toHaveLength(12)
  })

  test.concurrent('--import takes one of two words', async () => {
    const { code, stdout, problems } = await run(['convert', summary, '--to', 'ki', '--import', 'some'])
    expect([code, stdout]).toEqual([2, ''])
    expect(problems.join('\n')).toMatch(/import/)
  })

  test.concurrent('the report names criteria and holds no value', async () => {
    const report = place.path('report.json')
    await run(['convert', summary, '--to', 'ki', '--report', report, '-o', place.path('ki.json')])
    const text = place.read('report.json')
    expect(text).toContain('import.condition.over')
    expect(text).not.toMatch(/Matilde|Penicil|PT-0001/)
  })

  test.concurrent('comes home unchanged with itself as base', async () => {
    const there = place.path('there.json')
    await run(['convert', summary, '--to', 'kj', '-o', there, '--fail-on', 'none'])
    const { stdout } = await run([
      'convert',
      there,
      '--to',
      'eps',
      '--base',
      summary,
      '--patient',
      there,
      '--fail-on',
      'none',
    ])
    expect(stdout === '' ? {} : JSON.parse(stdout)).toMatchObject({ timestamp: '2026-10-30T09:15:00Z' })
  })
})
