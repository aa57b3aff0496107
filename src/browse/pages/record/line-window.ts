/** Browsers lay out no more than this many pixels exactly; a longer list is scrolled by its share instead. */
const tallest = 8_000_000

/** A list of lines of one height in a box that scrolls. */
export interface Scroll {
  readonly count: number
  readonly lineHeight: number
  readonly boxHeight: number
  readonly top: number
}

/** The lines to draw, and how far down their first one stands. */
export interface LineWindow {
  readonly first: number
  readonly count: number
  readonly offset: number
  /** The height of all. */
  readonly height: number
}

/** Lines drawn beyond either edge, so that scrolling shows no gap. */
const beyond = 8

export function windowOf({ count, lineHeight, boxHeight, top }: Scroll): LineWindow {
  const height = Math.min(count * lineHeight, tallest)
  const at = topLine({ count, lineHeight, boxHeight, top })
  const first = Math.max(Math.floor(at) - beyond, 0)
  const end = Math.min(Math.ceil(at + boxHeight / lineHeight) + beyond, count)
  return { first, count: end - first, offset: Math.max(top - (at - first) * lineHeight, 0), height }
}

/** The line at the upper edge, with the part of it that is above. */
function topLine({ count, lineHeight, boxHeight, top }: Scroll): number {
  const all = count * lineHeight
  if (all <= tallest) return top / lineHeight
  return (top / (tallest - boxHeight)) * (count - boxHeight / lineHeight)
}

/** Where to scroll to so that a line is seen; where it is already, if it is. */
export function scrollFor(line: number, scroll: Scroll): number {
  const { count, lineHeight, boxHeight } = scroll
  const visible = boxHeight / lineHeight
  const at = topLine(scroll)
  if (line >= at && line + 1 <= at + visible) return scroll.top
  const wanted = Math.min(Math.max(line - visible / 3, 0), Math.max(count - visible, 0))
  if (count * lineHeight <= tallest) return wanted * lineHeight
  return (wanted / (count - visible)) * (tallest - boxHeight)
}
