import { version } from '../version.ts'
import type { Report } from './checked.ts'
import { recordOf } from './record.ts'
import { Tally } from './tally.ts'

/** One JSON document: `{"tool","items":[…],"summary"}`; the items are those of NDJSON. It also serves as a baseline. */
export function jsonReport(): Report {
  const tally = new Tally()
  let separator = '\n'
  return {
    head: `{\n"tool": ${JSON.stringify({ name: 'kritinfo', version })},\n"items": [`,
    item(checked) {
      tally.add(checked)
      const text = `${separator}${JSON.stringify(recordOf(checked), undefined, 2)}`
      separator = ',\n'
      return text
    },
    tail: () => `\n],\n"summary": ${JSON.stringify(summaryOf(tally), undefined, 2)}\n}\n`,
  }
}

function summaryOf(tally: Tally) {
  const { inputs, valid, unreadable, known, severities, notChecked, found, open } = tally
  return { inputs, valid, unreadable, known, ...severities, notChecked, codes: found, notCheckedCodes: open }
}
