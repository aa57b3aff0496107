import type { IssueCode } from './catalogue.ts'
import type { Explanation } from './explanations/explanation.ts'

/** Explanations by the family of their codes. Nobody but who asks for one waits for the texts. */
const families: Readonly<Record<string, () => Promise<Readonly<Record<string, Explanation>>>>> = {
  DOC: async () => {
    const [{ textExplanations }, { jsonExplanations }, { xmlExplanations }] = await Promise.all([
      import('./explanations/text.ts'),
      import('./explanations/json.ts'),
      import('./explanations/xml.ts'),
    ])
    return { ...textExplanations, ...jsonExplanations, ...xmlExplanations }
  },
  KI: async () => (await import('./explanations/ki.ts')).kiExplanations,
  MAP: async () => (await import('./explanations/mapping.ts')).mappingExplanations,
  CNV: async () => (await import('./explanations/convert.ts')).convertExplanations,
  CLI: async () => (await import('./explanations/cli.ts')).cliExplanations,
}

/** The explanation of a code; a test holds that every code has one. */
export async function explanationOf(code: IssueCode): Promise<Explanation | undefined> {
  const all = await families[code.slice(0, code.indexOf('-'))]?.()
  return all?.[code]
}
