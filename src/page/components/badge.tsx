import type { ComponentChildren } from 'preact'

/**
 * What a mark stands for. `same`: nothing lost · `kept`: in a carrier · `less`: less exact, or a warning · `lost`: not sent, or
 * an error · `told`: a remark · `plain`: no judgement.
 */
export type Tone = 'same' | 'kept' | 'less' | 'lost' | 'told' | 'plain'

/** A word in a coloured frame. The word says all; the colour only helps to find it. */
export function Badge({ tone, title, children }: { tone: Tone; title?: string; children: ComponentChildren }) {
  return (
    <span class={tone === 'plain' ? 'badge' : `badge ${tone}`} title={title}>
      {children}
    </span>
  )
}
