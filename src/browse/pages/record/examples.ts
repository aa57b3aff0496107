import { useEffect, useState } from 'preact/hooks'
import type { Form } from '../../../form/detect.ts'
import { loadScript } from '../../engine/load.ts'
import type { Language } from '../../language.ts'
import { norwegianNames } from './example-names.ts'

/** A story, or what a dialect writes, in the forms that there are of it. */
export interface Example {
  readonly name: string
  readonly documents: Readonly<Partial<Record<Form, string>>>
}

declare global {
  /** What the build has put beside the page, from the folder of examples. */
  var kritinfoExamples: readonly Example[]
}

/** The examples, once they are there: they are loaded with the first page that shows them. */
export function useExamples(): readonly Example[] | undefined {
  const [examples, setExamples] = useState<readonly Example[]>()
  useEffect(() => {
    void loadScript('data/examples.js').then(() => setExamples(globalThis.kritinfoExamples))
  }, [])
  return examples
}

/** `peanut-allergy` as people write it. */
export function titleOf(name: string, language: Language): string {
  const [, dialect] = /^dialects\/(.*)$/.exec(name) ?? []
  if (dialect !== undefined) return `${dialect.replaceAll('-', ' ')} (${language === 'nb' ? 'dialekt' : 'dialect'})`
  if (language === 'nb' && Object.hasOwn(norwegianNames, name)) return String(norwegianNames[name])
  return name.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase())
}
