/** True if a text has one of the signs `*` and `?`; what has none is a path. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text)
}

/** The folder that a pattern begins with (where to look), and the rest of it. */
export function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const sign = pattern.search(/[*?]/)
  const slash = pattern.lastIndexOf('/', sign)
  return { folder: slash < 0 ? '' : pattern.slice(0, slash + 1), rest: pattern.slice(slash + 1) }
}

/** `*` is any part of a name, `?` one character of it, `**` as a whole step any number of folders. */
export function matcherOf(pattern: string): (path: string) => boolean {
  const steps = pattern.split('/')
  const parts = steps.map((step, index) => {
    const last = index === steps.length - 1
    if (step === '**') return last ? '.*' : '(?:[^/]+/)*'
    const name = step
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replace(/\?/g, '[^/]')
    return last ? name : `${name}/`
  })
  const whole = new RegExp(`^${parts.join('')}$`, 'u')
  return (path) => whole.test(path)
}
