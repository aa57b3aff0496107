/** A page to choose at the side. */
export interface SideItem {
  readonly href: string
  readonly text: string
  /** What it is called where its group is not beside it. */
  readonly fullText?: string
  readonly count?: string
  readonly isCurrent: boolean
}

export interface SideGroup {
  /** Nothing for those that stand above the groups. */
  readonly name: string
  readonly items: readonly SideItem[]
}

/** Pages by their groups, as links at the side; where there is no room for a side, one list to choose from. */
export function SideList(props: { label: string; chooser: string; groups: readonly SideGroup[] }) {
  const { label, chooser, groups } = props
  return (
    <nav class="side screen-only" aria-label={label}>
      <Chooser label={chooser} groups={groups} />
      <div class="side-links">
        {groups.map(({ name, items }) => (
          <div key={name}>
            {name !== '' && <p class="side-name">{name}</p>}
            <ul>
              {items.map(({ href, text, count, isCurrent }) => (
                <li key={text}>
                  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                    {text}
                    {count !== undefined && <span class="number quiet">{count}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}

function Chooser({ label, groups }: { label: string; groups: readonly SideGroup[] }) {
  const current = groups.flatMap(({ items }) => items).find(({ isCurrent }) => isCurrent)
  const optionsOf = (items: readonly SideItem[]) =>
    items.map(({ href, text, fullText, count }) => (
      <option key={href} value={href}>
        {fullText ?? text}
        {count === undefined ? '' : ` (${count})`}
      </option>
    ))
  return (
    <label class="field side-chooser">
      <span>{label}</span>
      <select
        value={current?.href ?? ''}
        onChange={(event) => {
          location.hash = event.currentTarget.value
        }}
      >
        {groups.map(({ name, items }) =>
          name === '' ? (
            optionsOf(items)
          ) : (
            <optgroup key={name} label={name}>
              {optionsOf(items)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  )
}
