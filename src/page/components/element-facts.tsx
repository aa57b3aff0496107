import type { Binding, Obligation } from '../../definition/definition.ts'
import type { ElementFacts as Facts } from '../../inspect/element.ts'
import type { PageLanguage } from '../words.ts'

const words = {
  nb: { codes: 'koder', mustSupport: 'må støttes', obligation: 'plikt', oneOf: 'ett av', unknown: 'ikke slått opp' },
  en: { codes: 'codes', mustSupport: 'must support', obligation: 'obligation', oneOf: 'one of', unknown: 'not found' },
} as const

/** What profile and type, or the schema of the `ki` form, ask of an element: how often, of what type, which codes, whose duty. */
export function ElementFacts({ facts, language }: { facts: Facts; language: PageLanguage }) {
  const { cardinality, types, binding, obligations, mustSupport, problem } = facts
  const said = words[language]
  if (problem !== undefined)
    return (
      <span class="facts quiet">
        {said.unknown}: <span lang="en">{problem}</span>
      </span>
    )
  return (
    <span class="facts quiet">
      {cardinality !== undefined && <code class="cardinality">{cardinality}</code>} {types.join(' | ')}
      {mustSupport && ` · ${said.mustSupport}`}
      {binding !== undefined && <Bound binding={binding} word={said.codes} />}
      {obligations.length > 0 && <Duties obligations={obligations} word={said.obligation} />}
      {facts.words !== undefined && <span class="fact">{`${said.oneOf} ${facts.words.join(', ')}`}</span>}
    </span>
  )
}

function Bound({ binding: { strength, valueSet }, word }: { binding: Binding; word: string }) {
  return (
    <span class="fact" title={valueSet}>
      {word}: <span lang="en">{strength}</span>
      {valueSet !== undefined && <code> {lastOf(valueSet)}</code>}
    </span>
  )
}

/** One line for each code, with all who have the obligation. */
function Duties({ obligations, word }: { obligations: readonly Obligation[]; word: string }) {
  const byCode = new Map<string, Set<string>>()
  for (const { code, actors } of obligations) {
    const all = byCode.get(code) ?? new Set()
    for (const actor of actors) all.add(lastOf(actor))
    byCode.set(code, all)
  }
  return [...byCode].map(([code, actors]) => (
    <span class="fact" key={code}>
      {word}: <code>{code}</code> ({[...actors].join(', ')})
    </span>
  ))
}

/** The last name of a canonical, which tells readers what is meant. */
function lastOf(canonical: string): string {
  return canonical.split('/').at(-1) ?? canonical
}
