// The laws on every document of a trip there and back, read side by side from the files that it left.
import { bundled } from '../bundled.mjs'
import { bundlesOf, itemsOf, linesOf, together } from './streams.mjs'

const { canonical, compare, listedOf, readDocument, standardValidation, validate } = await bundled(`
  export { canonical } from './src/convert/equivalence.ts'
  export { compare } from './src/roundtrip.ts'
  export { listedOf } from './src/cli/listed.ts'
  export { readDocument } from './src/read-document.ts'
  export { standardValidation, validate } from './src/validate.ts'
`)

/** Every so many documents are validated once more. */
const sampled = 1000

/**
 * Throws where a law is broken, with the number of the document and never with a value of it.
 *
 * Nothing lost, nothing twice: input, summaries and way back are the same number of documents in the same order.
 * 1. Of each document and of each way, all leaves are claimed or in the ledger.
 * 2. What came back is what went, but for records of which a ledger says something.
 * 3. Both outputs were validated as they were written and none was rejected; samples are validated again.
 */
export async function verify(files) {
  const totals = { documents: 0, leaves: 0, ledger: 0, identical: 0, listed: 0, validated: 0 }
  const kit = standardValidation()
  const streams = {
    'the input': linesOf(files.kj),
    'the report there': itemsOf(files.thereReport),
    'the summaries': linesOf(files.eps),
    'the report back': itemsOf(files.backReport),
    'what came back': bundlesOf(files.back),
  }
  for await (const document of together(streams)) {
    const [kj, thereItem, eps, backItem, back] = Object.values(document)
    const line = ++totals.documents
    for (const item of [thereItem, backItem]) account(item, line, totals)
    const trip = { input: JSON.parse(kj), summary: JSON.parse(eps), back }
    same(trip, thereItem.ledger, backItem.ledger, line, totals)
    if (line % sampled === 1) totals.validated += valid(kit, [eps, ...linesIn(back)], line)
  }
  for (const rejects of [files.thereRejects, files.backRejects]) {
    for await (const { length } of linesOf(rejects)) if (length > 0) throw new Error('a valid document was rejected')
  }
  return totals
}

function account({ input, written, leaves, ledger }, line, totals) {
  if (!input.endsWith(`:${line}`)) throw new Error(`document ${line}: the report has ${input}`)
  if (!written) throw new Error(`document ${line}: nothing was written`)
  if (leaves.total === 0 || leaves.claimed + leaves.ledger !== leaves.total)
    throw new Error(
      `document ${line}: of ${leaves.total} leaves ${leaves.claimed} are claimed, ${leaves.ledger} listed`,
    )
  totals.leaves += leaves.total
  totals.ledger += ledger.length
}

function same({ input, summary, back }, there, returned, line, totals) {
  const picture = canonical(input)
  const differences = compare(picture, canonical(back))
  if (differences.length === 0) {
    totals.identical++
    return
  }
  const outward = { ledger: there, output: { root: summary } }
  const listed = listedOf(differences, picture, input, outward, { ledger: returned, output: { root: back } })
  if (listed < differences.length) throw new Error(`document ${line}: came back otherwise at ${differences.join(', ')}`)
  totals.listed++
}

/** The resources of what came back, as its file has them. */
function linesIn({ entry }) {
  return entry.map(({ resource }) => JSON.stringify(resource))
}

/** How many of the documents were validated: all, or it throws. */
function valid(kit, texts, line) {
  for (const text of texts) {
    const { issues } = validate(kit, readDocument(text))
    const errors = issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    if (errors.length > 0) throw new Error(`document ${line}: ${errors.join(', ')}`)
  }
  return texts.length
}
