import type { Membership } from './terminology.ts'

/**
 * Three-valued logic (Kleene): `unknown` stands for "in or out", so it gives way only where either would give the same
 * result. These are the laws that keep a guess from being reported as a fact.
 */
export function both(one: Membership, other: Membership): Membership {
  if (one === 'out' || other === 'out') return 'out'
  return one === 'in' ? other : 'unknown'
}

export function either(one: Membership, other: Membership): Membership {
  if (one === 'in' || other === 'in') return 'in'
  return one === 'out' ? other : 'unknown'
}

export function opposite(one: Membership): Membership {
  if (one === 'unknown') return one
  return one === 'in' ? 'out' : 'in'
}

export function decided(yes: boolean): Membership {
  return yes ? 'in' : 'out'
}
