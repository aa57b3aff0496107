/** Columns that a text takes, for the help of the command line: it has letters of one column only. */
export default function textWidth(text: string): number {
  return text.length
}
