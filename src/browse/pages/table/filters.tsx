import type { ComponentChildren } from 'preact'
import { relations, safeties } from '../../../mapping/load-row.ts'
import { CheckField, ChoiceField, FilterBar, SearchField } from '../../../page/components/filter-bar.tsx'
import { relationWords, reviewWords, safetyWords } from '../../../page/words.ts'
import { reviewStates } from '../../../terminology/review.ts'
import { type Filter, isFiltering, printFilter } from './filter.ts'
import { useTables } from './use-tables.ts'

/** The fields of the filter. What is chosen stands in the address; a row that was linked to is let go of. */
export function Filters({ count }: { count: ComponentChildren }) {
  const { words, language, filter, choose } = useTables()
  const change = (part: Partial<Filter>) => choose({ ...printFilter({ ...filter, ...part }), row: undefined })
  const named = <T extends string>(all: readonly T[], names: Readonly<Record<T, string>>) =>
    all.map((one) => [one, names[one]] as const)
  return (
    <FilterBar label={words.filter} count={count}>
      <SearchField label={words.search} value={filter.q} onInput={(q) => change({ q })} />
      <ChoiceField
        label={words.safety}
        all={words.all}
        value={filter.safety}
        options={named(safeties, safetyWords[language])}
        onChange={(safety) => change({ safety })}
      />
      <ChoiceField
        label={words.relation}
        all={words.all}
        value={filter.relation}
        options={named(relations, relationWords[language])}
        onChange={(relation) => change({ relation })}
      />
      <ChoiceField
        label={words.review}
        all={words.all}
        value={filter.review}
        options={named(reviewStates, reviewWords[language])}
        onChange={(review) => change({ review })}
      />
      <CheckField label={words.flip} checked={filter.flip} onChange={(flip) => change({ flip })} />
      {isFiltering(filter) && (
        <button type="button" onClick={() => change(nothingChosen)}>
          {words.reset}
        </button>
      )}
    </FilterBar>
  )
}

const nothingChosen: Filter = { q: '', safety: undefined, relation: undefined, review: undefined, flip: false }
