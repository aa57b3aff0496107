/** Columns that a text takes, for the help and the progress of the command line: they have letters of one column only. */
function textWidth(text: string): number {
  return text.length
}

// Some packages import it, some call `require` and take what that gives.
export = textWidth
