import { expect, test } from 'vitest'
import { visitor } from '../../src/convert/visit.ts'
import { Account, type Remark } from '../../src/mapping/account.ts'

/** Counts how often somebody goes through the remarks. */
class CountingList extends Array<Remark> {
  rounds = 0
  override [Symbol.iterator]() {
    this.rounds++
    return super[Symbol.iterator]()
  }
}

test('what was remarked on is put in order once for all sources, and each is told its own', () => {
  const remarks = new CountingList()
  const account = Object.assign(new Account(), { remarks })
  const sources = Array.from({ length: 50 }, (_, index) => ({ id: `${index}`, note: 'x' }))
  for (const source of sources) {
    account.claim(source, 'id')
    account.claim(source, 'note')
    account.remark('row', 'narrowed', source, 'note')
  }
  const visit = visitor(account, 'unmapped', false)
  const found: unknown[] = []
  for (const source of sources) visit(source, (_, key, loss) => found.push([key, loss?.outcome]))
  expect(found).toEqual(
    sources.flatMap(() => [
      ['id', undefined],
      ['note', 'narrowed'],
    ]),
  )
  expect(remarks.rounds).toBe(1)
})
