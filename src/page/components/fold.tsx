import type { ComponentChildren } from 'preact'

/** An attribute that in HTML needs no value has one in XML. */
const opened: object = { open: 'open' }

/** What is opened by whoever wants to see it. Paper shows it always. */
export function Fold(props: { title: ComponentChildren; open?: boolean; class?: string; children: ComponentChildren }) {
  const { title, open = false, children } = props
  return (
    <details class={props.class} {...(open ? opened : {})}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
