import type { ElementNode } from '../definition/definition.ts'
import type { Asker, Check } from './run.ts'

/**
 * Obligations of those who create a document, told as information where the element is absent: whether the source knew it
 * cannot be seen (https://hl7.org/fhir/extensions/StructureDefinition-obligation.html, code system `obligation`).
 */
export function obligationCheck(node: ElementNode, asker: Asker): Check | undefined {
  const populate = node.obligations?.find(({ code, actors }) => isToPopulate(code) && isCreator(actors))
  if (populate === undefined) return undefined
  return (_value, _extra, run) => run.report('OBL-001', { name: node.name, obligation: populate.code }, asker)
}

function isToPopulate(code: string): boolean {
  return code === 'SHALL:populate-if-known' || code === 'SHALL:able-to-populate' || code === 'SHALL:populate'
}

/** An obligation that names nobody is everybody's. */
function isCreator(actors: readonly string[]): boolean {
  return actors.length === 0 || actors.some((actor) => /creator|producer/i.test(actor))
}
