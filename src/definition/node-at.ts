import type { ElementNode } from './definition.ts'

/** A node by the path of a `contentReference`, under the root of the type that it begins with: `Bundle.link`. */
export function nodeAt(root: ElementNode, path: string): ElementNode | undefined {
  const steps = path.split('.').slice(1)
  const step = (node: ElementNode | undefined, name: string) => node?.children?.find((one) => one.name === name)
  return steps.reduce(step, root)
}
