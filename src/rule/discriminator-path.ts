/**
 * One step of a discriminator's path, which is a small part of FHIRPath
 * (https://hl7.org/fhir/R4/profiling.html#discriminator): names, `resolve()`, `ofType(…)`, `extension('…')`.
 */
export type Step =
  | { readonly kind: 'child'; readonly name: string }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'ofType'; readonly type: string }
  | { readonly kind: 'extension'; readonly url: string }

const pattern =
  /(?:^|\.)(?:(\$this)|(resolve\(\))|ofType\((\w+)\)|extension\(['"]([^'"]+)['"]\)|(\w+)(?:\[x\])?)(?=\.|$)/y

/** The steps of a path; none for `$this`, undefined for a path that is no such path. */
export function parseSteps(path: string): readonly Step[] | undefined {
  const steps: Step[] = []
  pattern.lastIndex = 0
  for (let end = 0; end < path.length; end = pattern.lastIndex) {
    const match = pattern.exec(path)
    if (match === null) return undefined
    const [, self, resolve, type, url, name] = match
    if (resolve !== undefined) steps.push({ kind: 'resolve' })
    else if (type !== undefined) steps.push({ kind: 'ofType', type })
    else if (url !== undefined) steps.push({ kind: 'extension', url })
    else if (self === undefined && name !== undefined) steps.push({ kind: 'child', name })
  }
  return steps
}
