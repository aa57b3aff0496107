import type { ComponentChildren } from 'preact'

/** A word on what is not on the page, so that nobody takes the rest for all. */
export function LeftOut({ children }: { children: ComponentChildren }) {
  return <p class="left">{children}</p>
}
