import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const terms = readFileSync('dist/licenses.txt', 'utf8').split(/\n-{80}\n/)

test('the terms of what is compiled in go along with it', () => {
  const termsOf = (name: string) => terms.filter((one) => one.trimStart().startsWith(`${name} `))
  for (const name of ['preact', 'preact-render-to-string', 'yargs', '@noble/hashes'])
    expect(termsOf(name), name).toEqual([expect.stringContaining('Permission is hereby granted')])
  expect(termsOf('fhirpath')).toEqual([
    expect.stringContaining('Redistributions in binary form shall include this license'),
  ])
  expect(terms.filter((one) => one.trim().split('\n').length < 3)).toEqual([])
})

test('pages are drawn with what the notice names', () => {
  const notice = readFileSync('NOTICE', 'utf8')
  expect(notice).toContain('Preact and preact-render-to-string')
  expect(notice).toContain('Permission is hereby granted')
})
