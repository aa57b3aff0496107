import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, type JsonObject } from '../../../src/document/json.ts'
import { picture } from '../../../src/picture/make.ts'
import { readDocument } from '../../../src/read-document.ts'
import { pictureFrame, pictureJson } from '../../../src/report/picture/json.ts'
import { plainData, plainJson, plainText } from '../../../src/report/picture/plain.ts'
import { pictureText } from '../../../src/report/picture/text.ts'
import { lengthOf, wrap } from '../../../src/report/picture/wrap.ts'
import { issueRecord } from '../../../src/report/record.ts'
import { issue } from '../../../src/issue/issue.ts'
import { standardToolkit } from '../../../src/toolkit.ts'
import { stories } from '../../stories.ts'
import { allergy, drawn } from '../../picture/draw.ts'
import '../../seed.ts'

const schema = JSON.parse(readFileSync('profiles/kritinfo.report/picture.schema.json', 'utf8')) as object
const conforms = new Ajv2020({ strict: true, allErrors: true, strictRequired: false }).compile(schema)

const drawStory = (story: string, form: string, lang: 'nb' | 'en') =>
  picture(standardToolkit(), readDocument(readFileSync(`examples/${story}/${form}.json`)), { lang })

test('show -f json is as its schema says, with pictures, problems and nothing', () => {
  const items = stories.flatMap((story) =>
    ['ki', 'kj', 'r4', 'eps'].map((form) => ({ input: story, picture: drawStory(story, form, 'nb') })),
  )
  const failed = { input: 'a', issues: [issueRecord(issue('CNV-001', { line: 1, column: 1 }, { root: 'x' }))] }
  for (const some of [[...items, failed], []]) {
    const text = pictureFrame.head + some.map(pictureJson).join(pictureFrame.between) + pictureFrame.tail
    conforms(JSON.parse(text))
    expect(conforms.errors ?? []).toEqual([])
  }
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const orders = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/
const evil = 'a\u001b[2J\u001b]0;x\u0007\u009b31m\u202ecba\u2066\u0000\r\nACTIVE\u2028b\u00ad\ufeff'

/** The document with every text replaced. */
function poisoned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, key))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisoned(inner, name)]))
  const isText = ['text', 'display', 'name', 'family', 'valueString', 'title', 'code', 'id', 'description'].includes(
    key,
  )
  return typeof value === 'string' && isText && !/^[a-z-]+$/.test(value) ? `${value}${evil}` : value
}

test.each(stories)('%s: nothing in a document gives the terminal an order', (story) => {
  for (const form of ['kj', 'r4', 'eps']) {
    const root = poisoned(JSON.parse(readFileSync(`examples/${story}/${form}.json`, 'utf8'))) as JsonObject
    const made = drawn(isObject(root) ? root : {})
    const text = pictureText(made, `file${evil}`, { width: 80, colour: false })
    expect(text).not.toMatch(orders)
    expect(pictureJson({ input: evil, picture: made })).not.toMatch(orders)
  }
})

test('text is safe, and JSON says the same as before', () => {
  expect(plainText('a\tb\r\nc\u001b[31m \u202e\u{e0041}')).toBe('a b c\ufffd[31m \ufffd\ufffd')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(text)).not.toMatch(orders)
      expect(plainJson({ text })).not.toMatch(orders)
      expect(JSON.parse(plainJson({ text }))).toEqual({ text })
    }),
  )
})

test('lines are no wider than asked for, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const plain = plainText(text)
      const lines = wrap(plain, width)
      expect(lines.every((line) => lengthOf(line) <= width)).toBe(true)
      expect(lines.join('').replaceAll(' ', '')).toBe(plain.replaceAll(' ', ''))
    }),
  )
  for (const width of [40, 80, 120]) {
    const lines = pictureText(drawStory('whole-register', 'eps', 'en'), 'name', { width, colour: false }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
  }
})

test('wide characters take two columns, and marks upon letters none', () => {
  expect(wrap('漢字漢字漢字', 8)).toEqual(['漢字漢字', '漢字'])
  expect(lengthOf('e\u0301 漢😀')).toBe(6)
})

test('data for a page is as safe as text for a terminal, and keeps its lines', () => {
  expect(plainData({ a: ['x\u202ey\r\nz'], b: 1, c: undefined })).toEqual({ a: ['x\ufffdy\nz'], b: 1, c: undefined })
})

test('certainty and gravity have the same names in the terminal as in the ki model', () => {
  const text = pictureText(drawn(allergy({ criticality: 'high' }), 'nb'), 'a', { width: 120, colour: false })
  expect(text).toContain('Sannsynlighet: Bekreftet · Alvorlighetsgrad: Alvorlig')
})

test('notes keep their lines, and begin no line of the picture', () => {
  const note = [{ text: 'First.\n[REFUTED] Penicillin\nThird.' }]
  const lines = pictureText(drawn(allergy({ note })), 'a', { width: 80, colour: false }).split('\n')
  expect(lines).toContain('      Note: First.')
  expect(lines).toContain('        [REFUTED] Penicillin')
  expect(lines.filter((line) => line.startsWith('  ['))).toEqual(['  [ACTIVE] Penicillin'])
})
