import { expect, test } from 'vitest'
import { convert, type Json, standardToolkit, treeOf, validateKi, writeJson } from '../../../src/index.ts'

function bundleWith(line: Json): Json {
  const patient = { resourceType: 'Patient', id: 'p', birthDate: '2014-04-09', address: [{ line, city: 'Bergen' }] }
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ fullUrl: 'https://example.org/p', resource: patient }],
  }
}

test.each([
  ['lists within a list', [['a', 'b'], 'c', ['d']], ['line[0][0]', 'line[0][1]', 'line[2][0]']],
  ['an object instead of a text', ['a', { value: 'b' }], ['line[1].value']],
])(
  'what ki does not allow is taken out of the output, not of the input, and is in the ledger: %s',
  (_name, line, lost) => {
    const input = bundleWith(line)
    const before = writeJson(input)
    const { output, ledger, leaves } = convert(standardToolkit(), treeOf(input), {
      to: 'ki',
      now: '2026-11-22T12:00:00Z',
    })
    expect(writeJson(input)).toBe(before)
    expect(validateKi(output)).toEqual([])
    const root = 'Bundle.entry[0].resource.address[0].'
    const dropped = ledger.filter(({ outcome }) => outcome === 'dropped').map(({ path }) => path)
    expect(dropped.filter((path) => path.startsWith(root))).toEqual(lost.map((path) => root + path))
    expect(leaves.claimed + leaves.ledger).toBe(leaves.total)
  },
)
