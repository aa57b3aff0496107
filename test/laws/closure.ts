import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Form, type Json, type JsonObject, treeOf, validateKi } from '../../src/index.ts'
import { profileOf } from '../../src/profile-alias.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { documents, kit, runs, shareOf, to } from './kit.ts'

/** Law 3: a valid record becomes a valid record, held against the profiles of the form that it becomes. */
const validation = standardValidation()

/** What the profiles of a form find wrong with a document: code, path, element. */
export function foundIn(root: Json, form: Form, severities: readonly string[] = ['error']): string[] {
  const profile = form === 'eps' ? profileOf('eps', root) : undefined
  const { issues } = validate(validation, treeOf(root), profile === undefined ? {} : { profiles: [profile] })
  return issues
    .filter(({ severity }) => severities.includes(severity))
    .map(({ code, path, element }) => `${code} ${path} ${element ?? ''}`)
}

/** Allergens that the register knows: `ki` takes any code, and list 7514 is known in full. */
const allergens = kit.compiled.codes('7514-snomed').rows.filter(({ left }) => left !== '')
const codes = { '7514': allergens.map(({ left }) => ({ kode: left })) }

/** Documents that NHN would take; `ki` takes more. */
const accepted = documents({ codes }).map((document): JsonObject => {
  const records = (document.registreringer as JsonObject[]).map(withWhatNhnDemands)
  return { ...document, registreringer: oneLimitation(records) }
})

/** What the schema of `ki` cannot ask: an excipient is one of a brand, and a limitation says until when to warn. */
function withWhatNhnDemands(record: JsonObject): JsonObject {
  if (record.type === 'avgrensningAvLivsforlengendeBehandling') return { gyldigTil: '2030', ...record }
  const agent = record.agens as { koder?: { system?: string }[]; hjelpestoff?: boolean } | undefined
  if (agent?.hjelpestoff !== true) return record
  const isBrand = agent.koder?.some(({ system }) => system === 'FEST-LegemiddelMerkevare') === true
  return isBrand ? record : { ...record, agens: { ...agent, hjelpestoff: false } as JsonObject }
}

/** Only one of the two kinds of limitation is active (page kjconsentbehandlingsavklaringmd): the new one replaces the old. */
function oneLimitation(records: readonly JsonObject[]): JsonObject[] {
  const isReplaced = records.some(({ type, status }) => type === 'behandlingsavklaring' && status === 'aktiv')
  return records.map((record) =>
    isReplaced && record.type === 'avgrensningAvLivsforlengendeBehandling' && record.status === 'aktiv'
      ? { ...record, status: 'avkreftet' }
      : record,
  )
}

/** Valid documents of the `ki` form become valid documents of another, and so do those that took the way over a third. */
export function staysValid(form: 'kj' | 'r4' | 'eps'): void {
  test(`every valid ki document becomes a valid ${form}`, () => {
    const property = fc.property(accepted, fc.constantFrom('attachment', 'extensions', 'none'), (document, carry) => {
      expect(validateKi(treeOf(document))).toEqual([])
      const { output } = to(form, document, { carry: carry as 'none' })
      expect(foundIn(output.root, form)).toEqual([])
    })
    fc.assert(property, shareOf(form))
  })

  test(`and so does every kj, r4 and eps that one becomes`, () => {
    const property = fc.property(accepted, fc.constantFrom('kj', 'r4', 'eps'), (document, over) => {
      const there = to(over as Form, document).output.root
      expect(foundIn(to(form, there, { from: over as Form }).output.root, form)).toEqual([])
    })
    fc.assert(property, { numRuns: Math.ceil(runs / 15) })
  })
}
