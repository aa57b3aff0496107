import type { CodeRule, CodeTable, Relation } from './code-table.ts'

/** What a rule makes of a code. */
export interface Ruled {
  readonly code: string
  readonly relation: Relation
}

/** A letter, two digits, and up to two characters more, with the point or without it (ICD-10, volume 2, 2.4.1). */
const icd10Form = /^([A-Z]\d{2})(?:\.?([0-9A-Z])([0-9A-Z])?)?$/

/**
 * ICD-10 of a country in WHO's edition (https://icd.who.int/browse10/2019/en): the fifth character is the country's own,
 * so a code that has one becomes the wider code of four; three and four characters are the same code. Written with the
 * point, as `http://hl7.org/fhir/sid/icd-10` has it.
 */
function icd10(code: string): Ruled | undefined {
  const [, category, fourth, fifth] = icd10Form.exec(code) ?? []
  if (category === undefined) return undefined
  const made = fourth === undefined ? category : `${category}.${fourth}`
  return { code: made, relation: fifth === undefined ? 'equivalent' : 'source-is-narrower-than-target' }
}

const rules: Readonly<Record<CodeRule, (code: string) => Ruled | undefined>> = { 'icd-10': icd10 }

/** What the table's rule makes of a code, unless a row says that codes which begin so do not cross. */
export function ruledCode(table: CodeTable, code: string): Ruled | undefined {
  if (table.rule === undefined) return undefined
  if (table.rows.some((row) => row.relation === 'no-map' && code.startsWith(row.left))) return undefined
  return rules[table.rule](code)
}
