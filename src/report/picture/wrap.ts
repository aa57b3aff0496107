/** Breaks a text at its spaces into lines of at most so many columns; a word that is longer than a line is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const next = line === '' ? word : `${line} ${word}`
    if (lengthOf(next) > width) {
      if (line !== '') lines.push(line)
      line = word
    } else line = next
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  const made: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && lengthOf(piece) + columnsOf(letter) > width) {
      made.push(piece)
      piece = letter
    } else piece += letter
  }
  return [...made, piece]
}

/** Columns of a terminal: a character may be two units long, two columns wide, or stand upon the one before it. */
export function lengthOf(text: string): number {
  let columns = 0
  for (const letter of text) columns += columnsOf(letter)
  return columns
}

function columnsOf(letter: string): number {
  if (onto.test(letter)) return 0
  return wide.test(letter) ? 2 : 1
}

const onto = /^[\p{Mn}\p{Me}\u200c\u200d]$/u

/** Wide characters (https://www.unicode.org/reports/tr11/): those of East Asia, their full-width forms, and pictures. */
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}]|[\u3000-\u303e\u3200-\u33ff\uff01-\uff60\uffe0-\uffe6])$/u
