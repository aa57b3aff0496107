import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { relations, safeties } from '../../src/mapping/load-row.ts'
import { AssumptionLinks } from '../../src/page/components/assumption-links.tsx'
import { Citation } from '../../src/page/components/citation.tsx'
import { ElementFacts } from '../../src/page/components/element-facts.tsx'
import { ElementName } from '../../src/page/components/element-name.tsx'
import { ChoiceField } from '../../src/page/components/filter-bar.tsx'
import { Relation } from '../../src/page/components/relation.tsx'
import { ReviewState } from '../../src/page/components/review-state.tsx'
import { Safety } from '../../src/page/components/safety.tsx'
import { caseWord, relationWords, safetyWords } from '../../src/page/words.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, '')

describe('a mark', () => {
  test.each(relations)('of the relation %s has the word, and a sign that is not read aloud', (relation) => {
    for (const language of ['nb', 'en'] as const) {
      const html = renderToString(h(Relation, { relation, language }))
      expect(html).toContain(relationWords[language][relation])
      expect(html).toMatch(/<span aria-hidden="true">[=~⊂⊃∅] <\/span>/)
    }
  })

  test.each(safeties)('of the safety class %s has the word, and there is none for none', (safety) => {
    const html = renderToString(h(Safety, { safety, language: 'nb' }))
    if (safety === 'none') expect(html).toBe('')
    else expect(textOf(html)).toBe(`kan snu ${safetyWords.nb[safety]}`)
  })

  test('of an accepted row has who accepted it and when', () => {
    const review = { state: 'accepted', role: 'pharmacist', date: '2026-05-04' } as const
    expect(textOf(renderToString(h(ReviewState, { review, language: 'en' })))).toBe('accepted pharmacist, 2026-05-04')
    expect(textOf(renderToString(h(ReviewState, { review: { state: 'draft' }, language: 'nb' })))).toBe('utkast')
  })
})

describe('a citation', () => {
  test('that is an address of the web is a link that names its site', () => {
    const html = renderToString(h(Citation, { cite: 'https://hl7.org/fhir/R4/condition.html', language: 'en' }))
    expect(html).toContain('href="https://hl7.org/fhir/R4/condition.html"')
    expect(html).toContain('rel="noreferrer"')
    expect(textOf(html)).toBe('source: hl7.org')
  })

  test.each(['javascript:alert(1)', 'data:text/html,a', 'https://a" onclick="b', ''])(
    'that is %j is no link',
    (cite) => {
      expect(renderToString(h(Citation, { cite, language: 'en' }))).not.toContain('href')
    },
  )
})

test('the id of an element may break behind dots and colons, and is whole', () => {
  const id = 'AllergyIntolerance.code.coding:atc.code'
  const html = renderToString(h(ElementName, { id }))
  expect(textOf(html)).toBe(id)
  expect(html.match(/<wbr/g)).toHaveLength(4)
})

test('facts of an element have how often, which codes, and each duty with all who have it', () => {
  const facts = {
    id: 'AllergyIntolerance.code',
    cardinality: '1..1',
    types: ['CodeableConcept'],
    binding: { strength: 'preferred', valueSet: 'http://example.org/ValueSet/substances' },
    obligations: [
      { code: 'SHALL:able-to-populate', actors: ['http://example.org/ActorDefinition/creator'] },
      { code: 'SHALL:able-to-populate', actors: ['http://example.org/ActorDefinition/server'] },
    ],
    mustSupport: true,
  } as const
  const text = textOf(renderToString(h(ElementFacts, { facts, language: 'en' })))
  expect(text).toBe(
    '1..1 CodeableConcept · must supportcodes: preferred substancesobligation: SHALL:able-to-populate (creator, server)',
  )
})

test('an element that is not found says why', () => {
  const facts = { id: 'a', types: [], obligations: [], mustSupport: false, problem: 'no such element' }
  expect(textOf(renderToString(h(ElementFacts, { facts, language: 'nb' })))).toBe('ikke slått opp: no such element')
})

test('assumptions are links', () => {
  const html = renderToString(
    h(AssumptionLinks, { ids: ['A-1', 'A-2'], language: 'en', hrefOf: (id: string) => `#/assumptions?id=${id}` }),
  )
  expect(html).toContain('<a href="#/assumptions?id=A-2">A-2</a>')
  expect(textOf(html)).toBe('rests on A-1, A-2')
})

test('a choice shows what is chosen, and all where nothing is', () => {
  const options = [['draft', 'Draft']] as const
  const field = (value: 'draft' | undefined) =>
    renderToString(h(ChoiceField<'draft'>, { label: 'Review', all: 'All', value, options, onChange: () => undefined }))
  expect(field('draft')).toMatch(/<option selected value="draft">/)
  expect(field(undefined)).toMatch(/<option selected value>|<option selected value="">/)
})

test('what is no code in a grid has a word, and what is one has none', () => {
  expect([null, '', '*', 'active', true].map((one) => caseWord(one, 'en'))).toEqual([
    'absent',
    'blank',
    'any',
    undefined,
    undefined,
  ])
})
