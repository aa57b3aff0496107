import type { IssueCode } from './catalogue.ts'
import type { Explanation } from './explanations/explanation.ts'

const structure = async () => (await import('./explanations/structure.ts')).structureExplanations
const value = async () => (await import('./explanations/value.ts')).valueExplanations
const profile = async () => (await import('./explanations/profile.ts')).profileExplanations

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
  CHK: async () => (await import('./explanations/check.ts')).checkExplanations,
  CNV: async () => (await import('./explanations/convert.ts')).convertExplanations,
  EPS: async () => (await import('./explanations/summary.ts')).summaryExplanations,
  IMP: async () => (await import('./explanations/import.ts')).importExplanations,
  PKG: async () => (await import('./explanations/package.ts')).packageExplanations,
  STR: structure,
  CRD: structure,
  TYP: structure,
  FMT: value,
  FIX: value,
  SLC: profile,
  BND: profile,
  INV: profile,
  EXT: profile,
  PRF: profile,
  OBL: profile,
  TGT: async () => (await import('./explanations/target.ts')).targetExplanations,
  BDL: async () => (await import('./explanations/bundle.ts')).bundleExplanations,
  NOR: async () => (await import('./explanations/norwegian.ts')).norwegianExplanations,
  QRS: async () => {
    const [{ questionnaireExplanations }, { answerExplanations }] = await Promise.all([
      import('./explanations/questionnaire.ts'),
      import('./explanations/answer.ts'),
    ])
    return { ...questionnaireExplanations, ...answerExplanations }
  },
  CTN: async () => (await import('./explanations/contained.ts')).containedExplanations,
  NAR: async () => (await import('./explanations/narrative.ts')).narrativeExplanations,
  DIA: async () => (await import('./explanations/dialect.ts')).dialectExplanations,
  RPT: async () => (await import('./explanations/report.ts')).reportExplanations,
  CLI: async () => {
    const [{ cliExplanations }, { watchExplanations }, { browseExplanations }] = await Promise.all([
      import('./explanations/cli.ts'),
      import('./explanations/watch.ts'),
      import('./explanations/browse.ts'),
    ])
    return { ...cliExplanations, ...watchExplanations, ...browseExplanations }
  },
  CFG: async () => (await import('./explanations/config.ts')).configExplanations,
}

/** The explanation of a code; a test holds that every code has one. */
export async function explanationOf(code: IssueCode): Promise<Explanation | undefined> {
  const all = await families[code.slice(0, code.indexOf('-'))]?.()
  return all?.[code]
}
