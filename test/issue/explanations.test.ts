import { describe, expect, test } from 'vitest'
import { checkOverlayFiles, mappingCheckKit } from '../../src/check-mappings.ts'
import { configProblems } from '../../src/cli/config/check.ts'
import { fhirModel } from '../../src/definition/model.ts'
import { parsePath } from '../../src/document/path.ts'
import { writeXml } from '../../src/document/xml-write.ts'
import { validateKi } from '../../src/form/ki/validate.ts'
import { catalogue, type IssueCode } from '../../src/issue/catalogue.ts'
import { explanationOf } from '../../src/issue/explanations.ts'
import type { Explanation } from '../../src/issue/explanations/explanation.ts'
import { type Issue, issue, KritinfoError } from '../../src/issue/issue.ts'
import { readDocument } from '../../src/read-document.ts'
import { overlayToolkit } from '../../src/toolkit.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { kiSchema, mappingFiles } from '../mappings/files.ts'

const codes = Object.keys(catalogue) as IssueCode[]

test.each(codes)('%s is explained', async (code) => {
  const { reason, bad, good } = (await explanationOf(code)) as Explanation
  expect(reason).toMatch(/^[A-Z][\s\S]{20,}\.$/)
  expect(bad.trim()).not.toBe('')
  expect(good.trim()).not.toBe('')
  expect(bad).not.toBe(good)
})

/** What an attempt reports, or ends with. */
async function found(attempt: () => readonly Issue[] | Promise<readonly Issue[]>): Promise<readonly Issue[]> {
  try {
    return await attempt()
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues
    throw problem
  }
}

type Attempt = (
  example: string,
  code: string,
  profile: string | undefined,
) => readonly Issue[] | Promise<readonly Issue[]>

const tables = mappingFiles()
const checkKit = mappingCheckKit(kiSchema())

async function overlaid(example: string): Promise<readonly Issue[]> {
  await overlayToolkit([{ name: 'mine.yaml', text: example }])
  return []
}

/** What is found in an example of a family of codes. */
const attempts: Readonly<Record<string, Attempt>> = {
  DOC(example, code) {
    if (code === 'DOC-060') parsePath(example)
    const tree = code === 'DOC-060' ? undefined : readDocument(example)
    if (tree !== undefined && /^DOC-05/.test(code)) writeXml(tree.root, fhirModel())
    // Order is told by whoever validates; a conversion does not stop at it.
    return tree === undefined ? [] : validate(standardValidation(), tree).issues
  },
  CFG: (example) => configProblems(readDocument(example).root).map(({ code, params }) => issue(code, {}, params)),
  KI: (example) => validateKi(readDocument(example)),
  CHK: (example) => checkOverlayFiles(tables, [{ name: 'mine.yaml', text: example }], checkKit),
  MAP: overlaid,
  IMP: overlaid,
  rule(example, _code, profile) {
    const profiles = profile === undefined ? [] : [profile]
    const tree = readDocument(example)
    const { issues, notChecked } = validate(standardValidation(), tree, { profiles })
    return [...issues, ...notChecked]
  },
}

/** Families whose examples are calls, conversions and files of packages. */
const others = ['CLI', 'CNV', 'PKG', 'DIA', 'RPT']
const shown = codes.filter((code) => !others.includes(code.slice(0, 3)))

/** Examples in brackets are words about what cannot be printed; KI-018 is a part of an XML document. */
const isPrinted = (code: string, example: string) => !/^[([]/.test(example) && code !== 'KI-018'

describe('the examples', () => {
  test.each(shown)('%s: the bad one has it, the good one not, nor another error', async (code) => {
    const { bad, good, profile } = (await explanationOf(code)) as Explanation
    const attempt = (attempts[code.slice(0, code.indexOf('-'))] ?? attempts.rule) as Attempt
    if (isPrinted(code, bad)) {
      expect((await found(() => attempt(bad, code, profile))).map((one) => one.code)).toContain(code)
    }
    if (isPrinted(code, good)) {
      const left = await found(() => attempt(good, code, profile))
      expect(left.filter((one) => one.code === code || one.severity === 'error')).toEqual([])
    }
  })
})
