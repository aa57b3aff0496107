// The laws on every document of a trip there and back, read side by side from the files that it left.
import { bundled } from '../bundled.mjs'
import { itemsOf, linesOf, patientsOf, together } from './streams.mjs'
import { without } from './without.mjs'

const { canonical, compare, countLeaves, readDocument, standardValidation, validate } = await bundled(`
  export { canonical } from './src/convert/equivalence.ts'
  export { countLeaves } from './src/document/leaves.ts'
  export { compare } from './src/roundtrip.ts'
  export { readDocument } from './src/read-document.ts'
  export { standardValidation, validate } from './src/validate.ts'
`)

/** Every so many documents are validated once more. */
const sampled = 1000

/**
 * Throws where a law is broken, with the number of the document and never with a value of it.
 *
 * Nothing lost, nothing twice: input, summaries and way back are the same number of documents in the same order.
 * 1. Of each document and of each way, every leaf is claimed or named by the ledger, once.
 * 2. What came back is what went, but for the leaves that the ledger of the way there says are gone for good.
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
    'what came back': patientsOf(files.back),
  }
  for await (const document of together(streams)) {
    const [kj, there, eps, returned, back] = Object.values(document)
    const line = ++totals.documents
    const input = readDocument(kj).root
    account(input, there, line, totals)
    account(readDocument(eps).root, returned, line, totals)
    same(input, there.ledger, back, line, totals)
    if (line % sampled === 1) totals.validated += valid(kit, [eps, ...back], line)
  }
  for (const rejects of [files.thereRejects, files.backRejects]) {
    for await (const { length } of linesOf(rejects)) if (length > 0) throw new Error('a valid document was rejected')
  }
  return totals
}

function account(root, { input, written, leaves, ledger }, line, totals) {
  const problem = (what) => new Error(`document ${line}, on the way from ${input}: ${what}`)
  if (!input.endsWith(`:${line}`)) throw problem('the report has another document')
  if (!written) throw problem('nothing was written')
  const { total, claimed } = leaves
  if (total !== countLeaves(root)) throw problem(`${total} of ${countLeaves(root)} leaves were counted`)
  const paths = ledger.filter(({ side }) => side !== 'output').map(({ path }) => path)
  if (new Set(paths).size !== leaves.ledger || paths.length !== leaves.ledger || claimed + leaves.ledger !== total)
    throw problem(`of ${total} leaves ${claimed} are claimed, and the ledger names ${paths.length}`)
  totals.leaves += total
  totals.ledger += ledger.length
}

function same(input, ledger, lines, line, totals) {
  const entry = lines.map((one) => ({ resource: readDocument(one).root }))
  const back = pictureOf({ resourceType: 'Bundle', entry })
  if (compare(pictureOf(input), back).length === 0) {
    totals.identical++
    return
  }
  const differences = compare(pictureOf(without(input, ledger)), back)
  if (differences.length > 0) throw new Error(`document ${line}: came back otherwise at ${differences.join(', ')}`)
  totals.listed++
}

/** Records of which every leaf is gone leave a bare type name at most. */
function pictureOf(root) {
  const { resources, ...others } = canonical(root)
  return { ...others, resources: resources.filter((one) => Object.keys(one).length > 0) }
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
