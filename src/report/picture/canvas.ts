import { createColors } from 'picocolors'
import type { Tone } from '../../picture/picture.ts'
import { plainLines, plainText } from './plain.ts'
import { lengthOf, wrap } from './wrap.ts'

/** How a text is painted. Words say all that paint says. */
export type Paint = (text: string) => string

export interface CanvasOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}

/** Lines of text that fit into a terminal. Whatever is written on it is made safe for one. */
export class Canvas {
  readonly #lines: string[] = []
  readonly width: number
  readonly paint: ReturnType<typeof createColors>

  constructor({ width, colour }: CanvasOptions) {
    this.width = Math.min(120, Math.max(40, width))
    this.paint = createColors(colour)
  }

  /** How the title of a record is painted: what is refuted or deleted is struck out. */
  toned(tone: Tone): Paint {
    const { bold, dim, red, strikethrough, yellow } = this.paint
    const paints: Readonly<Record<Tone, Paint>> = {
      active: (text) => bold(red(text)),
      'not-in-force': dim,
      done: (text) => text,
      resolved: dim,
      refuted: (text) => dim(strikethrough(text)),
      'entered-in-error': (text) => dim(strikethrough(text)),
      unknown: (text) => bold(yellow(text)),
    }
    return paints[tone]
  }

  /** A text from a column on, each of its lines painted. */
  write(text: string, indent = 0, paint: Paint = (line) => line): void {
    for (const line of wrap(plainText(text), this.width - indent))
      this.#lines.push(`${' '.repeat(indent)}${paint(line)}`)
  }

  /** `mark text`: the mark as it is, and the text beside it. */
  marked(mark: string, text: string, indent: number, paint: Paint, markPaint: Paint): void {
    const own = plainText(mark)
    const inner = indent + lengthOf(own) + 1
    const isNarrow = this.width - inner < 20
    if (isNarrow) this.#lines.push(`${' '.repeat(indent)}${markPaint(own)}`)
    const column = isNarrow ? indent + 2 : inner
    for (const [index, line] of wrap(plainText(text), this.width - column).entries()) {
      const start = index === 0 && !isNarrow ? `${' '.repeat(indent)}${markPaint(own)} ` : ' '.repeat(column)
      this.#lines.push(`${start}${paint(line)}`)
    }
  }

  /** `Label: text`; lines of the text are kept, below each other. */
  labelled(given: string, text: string, indent: number): void {
    const label = plainText(given)
    const [first = '', ...others] = plainLines(text)
    const lines = [`${label}: ${first}`, ...others]
    for (const [at, line] of lines.entries())
      this.#hanging(line, at === 0 ? indent : indent + 2, indent + 2, at === 0 ? label : '')
  }

  #hanging(text: string, indent: number, hang: number, label: string): void {
    for (const [index, line] of wrap(text, this.width - hang).entries()) {
      const isFirst = index === 0
      const shown =
        isFirst && label !== '' && line.startsWith(label) ? this.paint.dim(label) + line.slice(label.length) : line
      this.#lines.push(`${' '.repeat(isFirst ? indent : hang)}${shown}`)
    }
  }

  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
  }

  text(): string {
    return `${this.#lines.map((line) => line.trimEnd()).join('\n')}\n`
  }
}
