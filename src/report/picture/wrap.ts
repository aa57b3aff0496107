/** Breaks a text at its spaces into lines of at most so many characters; a word that is longer than a line is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const next = line === '' ? word : `${line} ${word}`
    if (lengthOf(next) > width) {
      lines.push(line)
      line = word
    } else line = next
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  const letters = [...word]
  const count = Math.max(1, Math.ceil(letters.length / width))
  return Array.from({ length: count }, (_, index) => letters.slice(index * width, (index + 1) * width).join(''))
}

/** Characters, of which some are two units. */
export function lengthOf(text: string): number {
  return [...text].length
}
