/**
 * A text as a script that a page of the site loads (vite.config.mjs writes the same): a page that is opened from a file may
 * load scripts and nothing else.
 */
export function dataScript(name: string, text: string): string {
  return `(globalThis.kritinfoData ??= {})[${JSON.stringify(name)}] = ${JSON.stringify(text)};\n`
}
