import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { penicillinText, run, workplace } from './run.ts'

const place = workplace()
const line = `${JSON.stringify(JSON.parse(penicillinText))}\n`
const cwd = place.folder

describe('standard input that is packed is unpacked', () => {
  test.each([
    ['convert', '-', '--to', 'eps', '--now', '2026-01-01T00:00:00Z'],
    ['convert', '-', '--to', 'eps', '--now', '2026-01-01T00:00:00Z', '--format', 'ndjson'],
    ['validate', '-'],
    ['roundtrip', '-', '--via', 'kj'],
    ['mapping', 'trace', '-', '--at', 'kritiskInformasjon.registreringer[0].status'],
  ])('%s %s %s %s', async (...args) => {
    const packed = await run(args, { cwd, stdin: gzipSync(penicillinText) })
    expect(packed).toEqual(await run(args, { cwd, stdin: penicillinText }))
    expect(packed.code).toBe(0)
  })

  test('lines of it, too', async () => {
    const { code, stdout } = await run(['convert', '-', '--to', 'kj', '--format', 'ndjson', '-q'], {
      cwd,
      stdin: Buffer.concat([gzipSync(line), gzipSync(line.repeat(2))]),
    })
    expect([code, stdout.trimEnd().split('\n').length >= 3]).toEqual([0, true])
  })

  test('reports', async () => {
    await run(['convert', '-', '--to', 'eps', '--report', 'report.ndjson', '-o', 'out.json'], {
      cwd,
      stdin: penicillinText,
    })
    const report = place.read('report.ndjson')
    for (const args of [['summary'], ['filter', '--ids'], ['html']]) {
      const packed = await run(['report', args[0] as string, '-', ...args.slice(1)], { cwd, stdin: gzipSync(report) })
      expect(packed).toEqual(await run(['report', args[0] as string, '-', ...args.slice(1)], { cwd, stdin: report }))
    }
  })

  test('what becomes more than a document may have is refused', async () => {
    const { code, problems } = await run(['convert', '-', '--to', 'eps'], {
      cwd,
      stdin: gzipSync(Buffer.alloc(70_000_000, 32)),
    })
    expect([code, problems.length, problems[0]]).toEqual([3, 1, expect.stringContaining('DOC-007')])
  })
})

test('good documents before bytes that are no gzip are delivered, and one error tells of the rest', async () => {
  for (const [name, last] of [
    ['ended', line],
    ['open', line.trimEnd()],
  ] as const) {
    const good = line.repeat(3) + last
    place.write(
      `${name}.ndjson.gz`,
      Buffer.concat([gzipSync(good.slice(0, 2000)), gzipSync(good.slice(2000)), Buffer.from('no gzip')]),
    )
    const args = ['convert', `${name}.ndjson.gz`, '--to', 'ki', '-q', '-o', `${name}.out.ndjson.gz`]
    const { code, problems } = await run(args, { cwd })
    expect([code, problems.length, problems[0]]).toEqual([3, 1, expect.stringContaining('CLI-013')])
    const out = gunzipSync(readFileSync(place.path(`${name}.out.ndjson.gz`)))
    expect(out.toString().trimEnd().split('\n').length).toBe(4)
  }
})

test.each(['\n', ' \n\n\t\r\n'])('a file of blank lines is as empty as an empty one: %j', async (blank) => {
  place.write('blank.ndjson', blank)
  place.write('blank.ndjson.gz', gzipSync(blank))
  for (const name of ['blank.ndjson', 'blank.ndjson.gz'])
    for (const args of [
      ['convert', name, '--to', 'eps'],
      ['validate', name],
    ]) {
      const { code, stdout, stderr } = await run(args, { cwd })
      expect([code, `${stdout}${stderr}`]).toEqual([3, expect.stringContaining('DOC-002')])
    }
})
