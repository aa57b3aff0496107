import { bundled } from '../bundled.mjs'

const { resolvePath } = await bundled("export { resolvePath } from './src/document/path.ts'")

/** A document without the leaves that a ledger says are gone for good. The document itself is altered. */
export function without(root, ledger) {
  const lost = ledger.filter(({ side, recoverable }) => side !== 'output' && !recoverable)
  for (const path of lost.map((entry) => resolvePath(root, entry.path))) {
    const steps = [...path]
    const last = steps.pop()
    const holder = steps.reduce((value, step) => value?.[step], root)
    if (holder !== undefined) delete holder[last]
  }
  return dense(root)
}

/** Members that were deleted leave holes; a list has none. */
function dense(value) {
  if (Array.isArray(value)) return value.filter((member) => member !== undefined).map(dense)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dense(inner)]))
}
