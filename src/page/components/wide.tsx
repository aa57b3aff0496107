import type { ComponentChildren } from 'preact'

/** Something that may be wider than the page: it scrolls in itself, and the keyboard can reach it to do so. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (WCAG 2.1.1)
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
