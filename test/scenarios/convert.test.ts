import { describe, expect, test } from 'vitest'
import { now, penicillin, penicillinText, refuted, run, workplace } from './run.ts'

const place = workplace()

interface Entry {
  readonly resource: { readonly resourceType: string }
}

async function convert(...args: string[]): Promise<string> {
  const { code, stdout, problems } = await run(['convert', ...args, '--now', now])
  expect([code, problems]).toEqual([0, []])
  return stdout
}

function typesOf(text: string): string[] {
  return (JSON.parse(text) as { entry: Entry[] }).entry.map(({ resource }) => resource.resourceType)
}

describe('the options of convert', () => {
  test.concurrent('the result goes to stdout, the summary to stderr', async () => {
    const { code, stdout, stderr } = await run(['convert', penicillin, '--to', 'eps'])
    expect(JSON.parse(stdout)).toMatchObject({ resourceType: 'Bundle', type: 'document' })
    expect(stdout).toMatch(/^\{\n {2}"resourceType": "Bundle",[\s\S]*\}\n$/)
    expect(stderr).toMatch(/^[^\n]*ki\.json: ki → eps, 46 leaves: \d+ claimed, \d+ in the ledger \(\d+ carried\)\n$/)
    expect(code).toBe(0)
  })

  test.concurrent('--quiet: no summary', async () => {
    expect(await run(['convert', penicillin, '--to', 'eps', '--quiet'])).toMatchObject({ code: 0, stderr: '' })
  })

  test.concurrent('--now is the time that the output states; the same call gives the same bytes', async () => {
    const first = await convert(penicillin, '--to', 'eps')
    expect(first).toContain(`"timestamp": "${now}"`)
    expect(await convert(penicillin, '--to', 'eps')).toBe(first)
  })

  test.concurrent('without --now it is the time of the clock', async () => {
    const before = new Date().toISOString()
    const { stdout } = await run(['convert', penicillin, '--to', 'eps'])
    const { timestamp } = JSON.parse(stdout) as { timestamp: string }
    const times = [before, timestamp, new Date().toISOString()]
    expect(times).toEqual([...times].sort())
  })

  test.concurrent('every form and back, through a pipe', async () => {
    const dialects = { kj: ' (nhn-2025)', r4: ' (eu-core)', eps: '' }
    for (const [to, dialect] of Object.entries(dialects)) {
      const there = await convert(penicillin, '--to', to)
      const back = await run(['convert', '-', '--to', 'ki'], { stdin: there })
      expect(JSON.parse(back.stdout)).toEqual(JSON.parse(penicillinText))
      expect(back.stderr).toContain(`<stdin>: ${to}${dialect} → ki, `)
    }
  })

  test.concurrent('--from settles how the input is read, and must be true', async () => {
    const kj = place.write('record.kj.json', await convert(penicillin, '--to', 'kj'))
    expect((await run(['convert', kj, '--from', 'r4', '--to', 'r4'])).stderr).toContain(': r4 → r4, ')
    const wrong = await run(['convert', kj, '--from', 'ki', '--to', 'r4'])
    expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([3, '', expect.stringMatching(/:1:1: error CNV-002 /)])
  })

  test.concurrent('--format xml: out and in again, of FHIR and of ki', async () => {
    const fhir = place.write('record.xml', await convert(penicillin, '--to', 'eps', '--format', 'xml'))
    expect(place.read('record.xml')).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Bundle xmlns="http:\/\/hl7\.org\/fhir">\n/,
    )
    const ki = place.write('record.ki.xml', await convert(fhir, '--to', 'ki', '--format', 'xml'))
    expect(place.read('record.ki.xml')).toContain('<kritiskInformasjon')
    expect(JSON.parse(await convert(ki, '--to', 'ki'))).toEqual(JSON.parse(penicillinText))
  })

  test.concurrent('an output that is named *.xml is XML, *.ndjson a line, whatever the input is', async () => {
    expect((await run(['convert', penicillin, '--to', 'ki', '-o', place.path('named.xml')])).code).toBe(0)
    expect(place.read('named.xml')).toContain('<kritiskInformasjon')
    await run(['convert', place.path('named.xml'), '--to', 'ki', '-o', place.path('named.ndjson')])
    expect(place.read('named.ndjson')).toBe(`${JSON.stringify(JSON.parse(penicillinText))}\n`)
    await run(['convert', penicillin, '--to', 'ki', '--format', 'json', '-o', place.path('settled.xml')])
    expect(JSON.parse(place.read('settled.xml'))).toEqual(JSON.parse(penicillinText))
  })

  test.concurrent('--carry', async () => {
    const attached = await convert(penicillin, '--to', 'eps', '--carry', 'attachment')
    const extended = await convert(penicillin, '--to', 'eps', '--carry', 'extensions')
    const bare = await convert(penicillin, '--to', 'eps', '--carry', 'none')
    expect(attached).toBe(await convert(penicillin, '--to', 'eps'))
    expect([attached, extended, bare].map((one) => one.includes('"contentType"'))).toEqual([true, false, false])
    expect([attached, extended, bare].map((one) => one.includes('KjSourceOfInformation'))).toEqual([false, true, false])
  })

  test.concurrent('--refuted', async () => {
    expect(typesOf(await convert(refuted, '--to', 'eps', '--refuted', 'include'))).toContain('AllergyIntolerance')
    const { stdout } = await run(['convert', refuted, '--to', 'eps', '--refuted', 'omit', '--now', now])
    expect(typesOf(stdout)).not.toContain('AllergyIntolerance')
  })

  test.concurrent('--patient gives the demographics that records lack', async () => {
    const lines = (await convert(penicillin, '--to', 'kj', '--format', 'ndjson')).split('\n')
    const record = place.write('bare.json', lines[1] ?? '')
    const patient = place.write('patient.json', lines[0] ?? '')
    expect(await run(['convert', record, '--to', 'eps'])).toMatchObject({
      code: 3,
      problems: [expect.stringContaining('error CNV-003')],
    })
    for (const given of [patient, penicillin]) {
      expect(await convert(record, '--to', 'eps', '--patient', given)).toContain('"Nordmann"')
    }
  })

  test.concurrent('--base puts back what the trip lost', async () => {
    const summary = place.write('bare-summary.json', await convert(penicillin, '--to', 'eps', '--carry', 'none'))
    const without = JSON.parse(await convert(summary, '--to', 'ki')) as unknown
    expect(without).not.toEqual(JSON.parse(penicillinText))
    expect(JSON.parse(await convert(summary, '--to', 'ki', '--base', penicillin))).toEqual(JSON.parse(penicillinText))
  })

  test.concurrent('--fail-on: more loss than that gives exit code 4, and the output all the same', async () => {
    const lossy = ['convert', penicillin, '--to', 'eps', '--carry', 'none', '-o', place.path('lossy.json')]
    const { code, stderr } = await run([...lossy, '--fail-on', 'any'])
    expect([code, stderr]).toEqual([4, expect.stringMatching(/: warning CLI-009 [^\n]*\n[^\n]*leaves[^\n]*\n$/)])
    expect(JSON.parse(place.read('lossy.json'))).toMatchObject({ resourceType: 'Bundle', type: 'document' })
    for (const policy of ['none', 'safety']) expect((await run([...lossy, '--fail-on', policy])).code).toBe(0)
    expect((await run(['convert', penicillin, '--to', 'eps', '--fail-on', 'any'])).code).toBe(0)
  })

  test.concurrent('--require-synthetic refuses a number that may be real, wherever it stands', async () => {
    const real = penicillinText.replace('13897220029', '13097248022')
    const input = place.write('real.json', real)
    const kj = (await run(['convert', input, '--to', 'kj'])).stdout
    for (const text of [real, kj]) {
      const { code, stdout, stderr } = await run(['convert', '-', '--to', 'eps', '--require-synthetic'], {
        stdin: text,
      })
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/^<stdin>:\d+:\d+: error CLI-008 [^\n]*\n$/)
      expect(stderr).not.toContain('13097248022')
    }
    const patient = await run(['convert', penicillin, '--to', 'eps', '--patient', input, '--require-synthetic'])
    expect([patient.code, patient.problems.length]).toEqual([1, 1])
    expect((await run(['convert', penicillin, '--to', 'eps', '--require-synthetic'])).code).toBe(0)
  })
})
