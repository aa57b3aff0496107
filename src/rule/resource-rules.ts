import { type JsonObject, textOf } from '../document/json.ts'
import { checkBundle } from './bundle.ts'
import { checkContained } from './contained.ts'
import type { RuleKit } from './kit.ts'
import { checkKj } from './norwegian/rules.ts'
import { checkQuestionnaireResponse } from './questionnaire/rule.ts'
import type { Run } from './run.ts'
import { profilesOfTypes } from './structure-definition.ts'
import { vitalSigns } from './vital-signs.ts'

/** A rule of whole resources; it looks only at the types that it is about. */
export type ResourceRule = (kit: RuleKit, resource: JsonObject, run: Run) => void

/** In this order; none depends on another. */
export const resourceRules: readonly ResourceRule[] = [
  (_kit, resource, run) => checkContained(resource, run.path, run.tell),
  ({ sources: { model } }, resource, run) => {
    if (resource.resourceType === 'Bundle')
      checkBundle(resource, run.path, run.tell, { references: run.references, model })
  },
  (_kit, resource, run) => checkKj(resource, run.previous.get(keyOf(resource)), run.path, run.tell),
  checkQuestionnaireResponse,
  vitalSigns,
  profilesOfTypes,
]

/** How earlier versions are told apart. */
export function keyOf({ resourceType, id }: JsonObject): string {
  return `${textOf(resourceType)}/${textOf(id)}`
}
