import { decided, either } from './membership.ts'
import { registries } from './registries.ts'
import { ruleSystem } from './rule-system.ts'
import type { Membership } from './terminology.ts'

/**
 * Language tags, `urn:ietf:bcp:47`, by form and by registry: every subtag must be registered
 * (https://www.rfc-editor.org/rfc/rfc5646#section-2.2.9). Case does not matter. The order of the pieces is
 * language, up to three extended languages, script, region, variants, extensions, private use.
 */
export const languageTags = ruleSystem('urn:ietf:bcp:47', (code) => {
  if (code.length > longest) return 'out'
  const tag = code.toLowerCase()
  const { grandfathered } = registries().languageTags
  return either(decided(grandfathered.has(tag)), regular(tag.split('-')))
})

const longest = 100

function regular(subtags: readonly string[]): Membership {
  const registry = registries().languageTags
  const [language = '', ...rest] = subtags
  if (language === 'x') return decided(rest.length > 0 && rest.every((one) => /^[a-z0-9]{1,8}$/.test(one)))
  if (!registry.languages.has(language)) return 'out'
  let at = 0
  const take = (most: number, known: ReadonlySet<string>) => {
    for (let taken = 0; taken < most && known.has(rest[at] ?? ''); taken++) at++
  }
  take(3, registry.extendedLanguages)
  take(1, registry.scripts)
  take(1, registry.regions)
  const variants = at
  take(rest.length, registry.variants)
  const repeated = new Set(rest.slice(variants, at)).size < at - variants
  return repeated ? 'out' : decided(isTail(rest.slice(at)))
}

/** Extensions (a letter or digit, then subtags of two to eight characters; each letter once), then private use. */
function isTail(subtags: readonly string[]): boolean {
  if (subtags.length === 0) return true
  const text = subtags.join('-')
  const singletons = text.split('-x-')[0]?.match(/(?<![^-])[a-wyz0-9](?![^-])/g) ?? []
  return tail.test(text) && new Set(singletons).size === singletons.length
}

const tail =
  /^(?:(?:[a-wyz0-9](?:-[a-z0-9]{2,8})+)(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/
