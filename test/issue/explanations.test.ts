import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { parsePath } from '../../src/document/path.ts'
import { writeXml } from '../../src/document/xml-write.ts'
import { validateKi } from '../../src/form/ki/validate.ts'
import { catalogue, type IssueCode } from '../../src/issue/catalogue.ts'
import { explanationOf } from '../../src/issue/explanations.ts'
import type { Explanation } from '../../src/issue/explanations/explanation.ts'
import { type Issue, KritinfoError } from '../../src/issue/issue.ts'
import { readDocument } from '../../src/read-document.ts'
import { overlayToolkit } from '../../src/toolkit.ts'

const codes = Object.keys(catalogue) as IssueCode[]

test.each(codes)('%s is explained', async (code) => {
  const { reason, bad, good } = (await explanationOf(code)) as Explanation
  expect(reason).toMatch(/^[A-Z][\s\S]{20,}\.$/)
  expect(bad.trim()).not.toBe('')
  expect(good.trim()).not.toBe('')
  expect(bad).not.toBe(good)
})

/** Codes that an attempt gives. */
async function codesOf(attempt: () => readonly Issue[] | Promise<readonly Issue[]>): Promise<readonly string[]> {
  try {
    return (await attempt()).map(({ code }) => code)
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues.map(({ code }) => code)
    throw problem
  }
}

const attempts: Readonly<
  Record<string, (example: string, code: string) => readonly Issue[] | Promise<readonly Issue[]>>
> = {
  DOC(example, code) {
    if (code === 'DOC-060') parsePath(example)
    const tree = code === 'DOC-060' ? undefined : readDocument(example)
    if (tree !== undefined && code >= 'DOC-050') writeXml(tree.root, fhirModel())
    return tree?.issues ?? []
  },
  KI: (example) => validateKi(readDocument(example)),
  async MAP(example) {
    await overlayToolkit([{ name: 'mine.yaml', text: example }])
    return []
  },
}

/** Examples in brackets are words about what cannot be printed; KI-018 is a part of an XML document. */
const isPrinted = (code: string, example: string) => !/^[([]/.test(example) && code !== 'KI-018'

describe.each(Object.entries(attempts))('examples of %s', (family, attempt) => {
  test.each(codes.filter((code) => code.startsWith(`${family}-`)))(
    '%s: the bad one has it, the good one not',
    async (code) => {
      const { bad, good } = (await explanationOf(code)) as Explanation
      if (isPrinted(code, bad)) expect(await codesOf(() => attempt(bad, code))).toContain(code)
      if (isPrinted(code, good)) expect(await codesOf(() => attempt(good, code))).toEqual([])
    },
  )
})
