import type { Mappings, Side } from '../table.ts'

/**
 * Rows that are about an element of a profile, what lies in it, or what it lies in; sorted. Tables that name the profile
 * count, and where none does, those about its type. Slices and types of a choice are left out of account: their names
 * differ between profiles and tables. A row about a whole resource is about everything and counts for its root alone.
 */
export function rowsTouching(mappings: Mappings, profile: string, element: string): string[] {
  const wanted = plain(element)
  const type = wanted.split('.')[0] ?? wanted
  const names = (side: Side) => side.profile === profile
  const isNamed = mappings.tables.some(({ left, right }) => names(left) || names(right))
  const counts = (side: Side) => (isNamed ? names(side) : side.root.split('.')[0] === type)
  const rows = mappings.tables.flatMap((table) => {
    const included = mappings.tables.filter((one) => table.include.includes(one.id)).flatMap((one) => one.rows)
    return [...table.rows, ...included].flatMap((row) => {
      const sides = [...(counts(table.left) ? row.left : []), ...(counts(table.right) ? row.right : [])]
      return sides.some(({ id }) => touches(plain(id), wanted)) ? [row.id] : []
    })
  })
  return [...new Set(rows)].sort()
}

function plain(id: string): string {
  const steps = id.split('.').map((step) => (step.split(':')[0] ?? step).replace(/^_/, ''))
  return steps.join('.')
}

function touches(one: string, other: string): boolean {
  if (one === other) return true
  const inside = (inner: string, outer: string) => outer.includes('.') && inner.startsWith(`${outer}.`)
  return inside(one, other) || inside(other, one)
}
