import type { Definition } from './definition.ts'

/** Where definitions are found by url. */
export interface Shelf {
  urls(): readonly string[]
  /** All versions; none for a url that is not here. */
  entries(url: string): readonly Entry[]
}

/** One version of a definition. Opening it may cost, so the answer is to be kept. */
export interface Entry {
  readonly version: string | undefined
  open(): Definition
}

/** Definitions that are ready. */
export function shelfOf(definitions: readonly Definition[]): Shelf {
  const byUrl = new Map<string, Entry[]>()
  for (const one of definitions) {
    byUrl.set(one.url, [...(byUrl.get(one.url) ?? []), { version: one.version, open: () => one }])
  }
  return { urls: () => [...byUrl.keys()], entries: (url) => byUrl.get(url) ?? [] }
}
