import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iso31661 } from 'iso-3166'
import type { CompiledRegistries } from '../terminology/registries.ts'

/**
 * The registry of language subtags and the countries of ISO 3166-1, as the text of `CompiledRegistries`. Ranges for
 * private use (`qaa..qtz`) are written out.
 */
export function compileRegistries(languageRegistry: string): string {
  const subtags = (file: string) => {
    const keys = Object.keys(JSON.parse(readFileSync(join(languageRegistry, `${file}.json`), 'utf8')) as object)
    return keys.flatMap(rangeOf).join(' ')
  }
  const compiled: CompiledRegistries = {
    languages: subtags('language'),
    extendedLanguages: subtags('extlang'),
    scripts: subtags('script'),
    regions: subtags('region'),
    variants: subtags('variant'),
    grandfathered: subtags('grandfathered'),
    countries: iso31661.flatMap((one) => [one.alpha2, one.alpha3, one.numeric]).join(' '),
  }
  return JSON.stringify(compiled)
}

/** `qm..qz` → `qm`, `qn`, … `qz`: both ends have the same length, and letters count up from the right. */
function rangeOf(subtag: string): string[] {
  const [first = '', last] = subtag.split('..')
  const found = [first]
  for (let one = first; last !== undefined && one !== last; found.push(one)) one = next(one)
  return found
}

function next(letters: string): string {
  const head = letters.slice(0, -1)
  return letters.endsWith('z') ? `${next(head)}a` : head + String.fromCharCode(letters.charCodeAt(head.length) + 1)
}
