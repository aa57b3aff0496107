import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codecs } from '../../src/codec/registry.ts'
import { standardToolkit } from '../../src/index.ts'
import { structures } from '../../src/mapping/structure.ts'

/** The guide for experts speaks of everything that they meet in the files. */
const guide = readFileSync('mappings/README.md', 'utf8')
const dialects = readFileSync('mappings/dialects/README.md', 'utf8')
const { mappings } = standardToolkit()

test.each(mappings.codes.map(({ id }) => id))('the guide names code table %s', (id) => {
  expect(guide + dialects).toContain(`\`${id}\``)
})

const words = [...Object.keys(codecs), ...Object.keys(structures)]

test.each(words)('the guide says what `via: %s` does', (name) => {
  expect(guide).toMatch(new RegExp(`\`${name}(?:\\(|\`)`))
})

test.each(mappings.dialects.map(({ id }) => id))('the guide to dialects names %s', (id) => {
  expect(dialects).toContain(`\`${id}\``)
})
