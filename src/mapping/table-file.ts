/** Whether a path is one of tables, by its end. */
export function isTableFile(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}

/** The largest file of tables that is read, in bytes. The largest of ours has 18 kB. */
export const largestTable = 4 * 1024 * 1024
