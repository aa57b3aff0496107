import type { ComponentChildren } from 'preact'

/** The fields that narrow what a page lists, and below them how much is left, which is read aloud when it changes. */
export function FilterBar(props: { label: string; count: ComponentChildren; children: ComponentChildren }) {
  return (
    <search class="filters" aria-label={props.label}>
      <div class="fields screen-only">{props.children}</div>
      <p class="count" role="status">
        {props.count}
      </p>
    </search>
  )
}

/** A field for words to look for. */
export function SearchField(props: { label: string; value: string; onInput(value: string): void }) {
  return (
    <label class="field search">
      <span>{props.label}</span>
      <input
        type="search"
        value={props.value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  )
}

/** One of several; the empty value, which comes first, is for all. */
export function ChoiceField<T extends string>(props: {
  label: string
  all: string
  value: T | undefined
  options: readonly (readonly [value: T, label: string])[]
  onChange(value: T | undefined): void
}) {
  const { label, all, value, options, onChange } = props
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange(options.find(([one]) => one === chosen)?.[0])
        }}
      >
        <option value="">{all}</option>
        {options.map(([one, shown]) => (
          <option key={one} value={one}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Yes or no. */
export function CheckField(props: { label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label class="field check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}
