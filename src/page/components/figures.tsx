import type { Tone } from './badge.tsx'

/** A number with what it counts. The tone is shown where there is something to count. */
export interface Figure {
  readonly name: string
  readonly count: number
  readonly tone?: Tone
}

/** A few numbers that matter most, to be seen before anything is read. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ name, count, tone = 'plain' }) => (
        <div class={count === 0 || tone === 'plain' ? 'figure' : `figure ${tone}`} key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
