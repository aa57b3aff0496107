import type { ComponentChildren } from 'preact'

/** Parts of which one is shown at a time: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/. */
export function Tabs<T extends string>(props: {
  id: string
  label: string
  tabs: readonly (readonly [name: T, title: ComponentChildren])[]
  shown: T
  onShow(name: T): void
  children: ComponentChildren
}) {
  const { id, label, tabs, shown, onShow, children } = props
  const move = (step: number) => {
    const at = tabs.findIndex(([name]) => name === shown)
    const next = tabs[(at + step + tabs.length) % tabs.length]?.[0]
    if (next === undefined) return
    onShow(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} class="tab-list">
        {tabs.map(([name, title]) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`${id}-${name}`}
            aria-selected={name === shown}
            aria-controls={`${id}-panel`}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') move(1)
              if (key === 'ArrowLeft') move(-1)
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        {children}
      </div>
    </div>
  )
}
