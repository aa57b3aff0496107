import { expect, test } from 'vitest'
import { penicillinText, run, workplace } from './run.ts'

const place = workplace()
place.write('ki.json', penicillinText)

function roundtrip(...args: string[]) {
  return run(['roundtrip', ...args], { cwd: place.folder })
}

test('what comes back as it went is identical, and exit code 0', async () => {
  expect(await roundtrip('ki.json', '--via', 'eps')).toMatchObject({
    code: 0,
    stdout: 'ki.json: identical\n',
    stderr: '',
  })
})

test('differences: their number, how many of them the ledgers know of, the places, and exit code 4', async () => {
  const { code, stdout } = await roundtrip('ki.json', '--via', 'eps', '--carry', 'none')
  const [first, ...places] = stdout.trimEnd().split('\n')
  const [, count, listed] =
    /^ki\.json: (\d+) differences?, (\d+) in records that the ledgers list$/.exec(first ?? '') ?? []
  expect([code, Number(count), listed]).toEqual([4, places.length, count])
  for (const path of places) expect(path).toMatch(/^ {2}kritiskInformasjon\.registreringer\[0\]/)
})

test('--base makes a lossy trip whole', async () => {
  expect(await roundtrip('ki.json', '--via', 'eps', '--carry', 'none', '--base', 'ki.json')).toMatchObject({ code: 0 })
})

test('several inputs, one bad; lines; the report has both ways', async () => {
  place.write('bad.json', '{')
  place.write('lines.ndjson', `${JSON.stringify(JSON.parse(penicillinText))}\n`)
  const { code, stdout, problems } = await roundtrip(
    'ki.json',
    'bad.json',
    'lines.ndjson',
    '--via',
    'kj',
    '--report',
    'report.json',
  )
  expect([code, stdout, problems.length]).toEqual([3, 'ki.json: identical\nlines.ndjson:1: identical\n', 1])
  const report = JSON.parse(place.read('report.json')) as { items: { from: string; to: string; input: string }[] }
  const { items } = report
  expect(items.map(({ input, from, to }) => [input, from, to])).toEqual([
    ['ki.json', 'ki', 'kj'],
    ['ki.json', 'kj', 'ki'],
    ['bad.json', null, 'kj'],
    ['lines.ndjson:1', 'ki', 'kj'],
    ['lines.ndjson:1', 'kj', 'ki'],
  ])
  expect(items[0]).toMatchObject({ trip: 'there' })
  expect(items[1]).toMatchObject({ trip: 'back' })
  for (const index of [0, 1]) expect(items[index]).not.toHaveProperty('written')
  expect(items[2]).toMatchObject({ written: false })
  const summary = await run(['report', 'summary', 'report.json'], { cwd: place.folder })
  expect(summary.stdout).toMatch(/^documents {2}3: 2 there and back, 1 not written$/m)
})

test('of more than a hundred files only the first messages of a code are told, and numbers; --quiet leaves them out', async () => {
  const bad = Array.from({ length: 101 }, (_, index) => place.write(`many/${index}.json`, '{'))
  const loud = await roundtrip('many', '--via', 'kj')
  expect([loud.code, loud.problems.filter((line) => / error DOC-/.test(line)).length]).toEqual([3, 5])
  expect(loud.stderr).toContain(`kritinfo: ${bad.length} documents: 0 there and back`)
  const quiet = await roundtrip('many', '--via', 'kj', '--quiet')
  const told = loud.problems.map((line) => line.replace('counted at the end', 'not told'))
  expect([quiet.code, quiet.stderr]).toEqual([3, `${told.join('\n')}\n`])
})

test('nothing matched', async () => {
  expect(await roundtrip('*.nothing', '--via', 'kj')).toMatchObject({ code: 5, stdout: '' })
})
