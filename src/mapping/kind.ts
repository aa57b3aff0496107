import type { Container } from '../document/books.ts'
import { getKey, isObject, type Json, type JsonObject, wordOf } from '../document/json.ts'
import { rowsOfLeft } from '../terminology/code-index.ts'
import type { CodeTable } from '../terminology/code-table.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import type { RowContext } from './structure.ts'
import { always } from './wake.ts'

/** FHIR's own categories of a Condition; a coding of theirs is never NHN's. */
const standard = 'http://terminology.hl7.org/CodeSystem/condition-category'

/**
 * `kind(codes, proposed)`: which kind of critical information a resource is. NHN numbers the kinds in `category.coding.code`, has a
 * profile for each (the right side of the code table), and does not publish the system of the numbers. So any system is
 * read; the hub has the number under the system that the table names, and NHN's own coding stays beside it, so that it
 * goes home as it came. Without a number the profile decides; without either the record is kept back. On the way to NHN a
 * record without a kind is proposed as `proposed`, and the ledger says that this was our reading; if the row proposes none, the
 * record is kept back.
 */
export function kind({ row, compiled, args, right }: RowContext): RowPlan {
  const [codes = '', proposed] = args
  const table = () => compiled.codes(codes)
  const isList = right[0]?.at(-1)?.many === true
  return {
    wakes: { forward: always, backward: always },
    forward: inward(row.id, table, isList),
    backward: outward(row.id, table, proposed, isList),
  }
}

interface Found {
  readonly list: Json[]
  readonly index: number
  readonly coding: JsonObject
}

/** All codings of all categories, in order; a Procedure has one category at most. */
function codingsOf(resource: JsonObject): Found[] {
  const { category } = resource
  const found: Found[] = []
  for (const concept of Array.isArray(category) ? category : [category ?? null]) {
    const list = isObject(concept) ? concept.coding : undefined
    if (!Array.isArray(list)) continue
    for (const [index, coding] of list.entries()) if (isObject(coding)) found.push({ list, index, coding })
  }
  return found
}

function inward(row: string, table: () => CodeTable, isList: boolean): Run {
  return (source, target, hop) => {
    const codes = table()
    const found = codingsOf(source).find(
      ({ coding }) => coding.system !== standard && rowsOfLeft(codes, coding.code).length > 0,
    )
    const number = found?.coding.code ?? numberOfProfile(source, codes)
    if (typeof number !== 'string') {
      hop.withheld = row
      return
    }
    const made: JsonObject = { system: codes.leftSystem, code: number }
    const list: Json[] = [made, ...codingsOf(target).map(({ coding }) => coding)]
    if (found !== undefined) settle(row, found, made, list, hop)
    target.category = isList ? [{ coding: list }] : { coding: list }
    claimProfile(source, profileOf(number, codes), hop)
  }
}

/** NHN's coding is passed on as it is where it says more than the number under the known system. */
function settle(row: string, { list, index, coding }: Found, made: JsonObject, target: Json[], hop: Hop): void {
  hop.account.claim(list, index)
  hop.account.link(row, coding, 'code', made, 'code')
  if (Object.keys(coding).length === 2 && coding.system === made.system)
    hop.account.link(row, coding, 'system', made, 'system')
  else target.push(coding)
}

function outward(row: string, table: () => CodeTable, proposed: string | undefined, isList: boolean): Run {
  return (source, target, hop) => {
    const codes = table()
    const all = codingsOf(source)
    const stated = all.find(
      ({ coding }) => coding.system === codes.leftSystem && rowsOfLeft(codes, coding.code).length > 0,
    )
    const number = stated === undefined ? proposed : wordOf(stated.coding.code)
    if (number === undefined) {
      hop.withheld = row
      return
    }
    const own = all.find(
      ({ coding }) => coding.code === number && coding.system !== codes.leftSystem && coding.system !== standard,
    )
    const made: JsonObject =
      own === undefined || stated === undefined ? { system: codes.leftSystem, code: number } : own.coding
    target.category = isList ? [{ coding: [made] }] : { coding: [made] }
    target.meta = { profile: [profileOf(number, codes)] }
    if (stated === undefined) hop.account.added(row, 'defaulted', made, 'code')
    else for (const key of ['system', 'code']) hop.account.claim(stated.coding, key)
    if (stated !== undefined) hop.account.link(row, stated.coding, 'code', made, 'code')
    if (stated !== undefined && own !== undefined) hop.account.claim(own.list, own.index)
  }
}

function profileOf(number: string, codes: CodeTable): string {
  return rowsOfLeft(codes, number)[0]?.right ?? ''
}

/** The kind that a profile is for, if it is for one only. */
function numberOfProfile(resource: JsonObject, codes: CodeTable): string | undefined {
  const rows = codes.rows.filter((one) => profilesOf(resource).includes(one.right))
  return rows.length === 1 ? rows[0]?.left : undefined
}

function profilesOf(resource: JsonObject): Json[] {
  const profiles = isObject(resource.meta) ? getKey(resource.meta, 'profile') : undefined
  return Array.isArray(profiles) ? profiles : []
}

function claimProfile(resource: JsonObject, profile: string, hop: Hop): void {
  const profiles = profilesOf(resource)
  for (const [index, one] of profiles.entries()) if (one === profile) hop.account.claim(profiles as Container, index)
}
