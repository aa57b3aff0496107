import { registriesText } from '../generated/registries.ts'

/** What `compileRegistries` writes: codes with a space between them. */
export interface CompiledRegistries {
  readonly languages: string
  readonly extendedLanguages: string
  readonly scripts: string
  readonly regions: string
  readonly variants: string
  readonly grandfathered: string
  readonly countries: string
}

export interface Registries {
  /** Subtags in lower case, by what they stand for (https://www.iana.org/assignments/language-subtag-registry). */
  readonly languageTags: {
    readonly languages: ReadonlySet<string>
    readonly extendedLanguages: ReadonlySet<string>
    readonly scripts: ReadonlySet<string>
    readonly regions: ReadonlySet<string>
    readonly variants: ReadonlySet<string>
    readonly grandfathered: ReadonlySet<string>
  }
  /** ISO 3166-1 in all three forms. */
  readonly countries: ReadonlySet<string>
}

let shared: Registries | undefined

/** Registries of codes that stand outside of FHIR; read on the first call. */
export function registries(): Registries {
  shared ??= registriesOf(JSON.parse(registriesText) as CompiledRegistries)
  return shared
}

function registriesOf(compiled: CompiledRegistries): Registries {
  const { countries, ...subtags } = compiled
  return {
    countries: codesOf(countries),
    languageTags: {
      languages: codesOf(subtags.languages),
      extendedLanguages: codesOf(subtags.extendedLanguages),
      scripts: codesOf(subtags.scripts),
      regions: codesOf(subtags.regions),
      variants: codesOf(subtags.variants),
      grandfathered: codesOf(subtags.grandfathered),
    },
  }
}

function codesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
