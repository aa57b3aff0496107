import { readFileSync } from 'node:fs'

/**
 * The text of a module that holds one template literal and nothing else (esbuild.config.mjs writes them), read as the text
 * file that it nearly is. `encoding` is `latin1` where all letters are plain: they need no decoding.
 */
export function textOfModule(url: URL, encoding: 'latin1' | 'utf8'): string {
  const module = readFileSync(url, encoding)
  return unescaped(module.slice(module.indexOf('`') + 1, module.lastIndexOf('`')))
}

/** Few letters of millions are escaped, each by a backslash: from one to the next is much faster than a pattern. */
function unescaped(literal: string): string {
  let text = ''
  let from = 0
  for (let at = literal.indexOf('\\'); at >= 0; at = literal.indexOf('\\', from + 1)) {
    text += literal.slice(from, at)
    from = at + 1
  }
  return text + literal.slice(from)
}
