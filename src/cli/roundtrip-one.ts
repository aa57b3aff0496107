import { canonical } from '../convert/equivalence.ts'
import { roundtrip } from '../roundtrip.ts'
import { exit } from './exit.ts'
import { listedOf } from './listed.ts'
import { messageOf, nameOf, oneLine, stopOf } from './message.ts'
import { failedItem, itemOf } from './report.ts'
import type { Session } from './session.ts'
import type { Piece } from './stream/hand.ts'
import { treeOf, type Work } from './work.ts'

/**
 * One document there and back again. Its text is the verdict and the places that came back otherwise; the report has an
 * item for the way there and one for the way back. Never throws: what goes wrong is in the result.
 */
export function tripPiece({ kit, options }: Session, work: Work): Piece {
  const { origin } = work
  try {
    const tree = treeOf(work)
    const { there, back, differences, identical } = roundtrip(kit, tree, options.to, options)
    const places = differences.map((path) => `  ${path}\n`).join('')
    const listed = listedOf(differences, canonical(tree.root), tree.root, there, back)
    const count = differences.length === 1 ? '1 difference' : `${differences.length} differences`
    const verdict = identical ? 'identical' : `${count}, ${listed} in records that the ledgers list`
    return {
      origin,
      text: `${oneLine(nameOf(origin))}: ${verdict}\n${places}`,
      items: [itemOf(there, origin, { trip: 'there' }), itemOf(back, origin, { trip: 'back' })],
      reject: undefined,
      told: there.issues.map((one) => ({ code: one.code, line: messageOf(one, origin) })),
      summary: undefined,
      exit: identical ? exit.fine : exit.loss,
    }
  } catch (problem) {
    const { lines, issues, exit: code } = stopOf(problem, origin)
    const told = lines.map((line, index) => ({ code: issues[index]?.code, line }))
    const items = [failedItem(options.to, issues, origin)]
    return { origin, text: undefined, items, reject: undefined, told, summary: undefined, exit: code }
  }
}
