import type { JsonObject } from '../document/json.ts'
import { checkBundle } from './bundle.ts'
import { checkContained } from './contained.ts'
import type { RuleKit } from './kit.ts'
import { checkKj } from './norwegian/rules.ts'
import { checkQuestionnaireResponse } from './questionnaire/rule.ts'
import { reportTo, type Run } from './run.ts'
import { profilesOfTypes } from './structure-definition.ts'
import { vitalSigns } from './vital-signs.ts'

/** A rule of whole resources; it looks only at the types that it is about. */
export type ResourceRule = (kit: RuleKit, resource: JsonObject, run: Run) => void

/** In this order; none depends on another. */
export const resourceRules: readonly ResourceRule[] = [
  (_kit, resource, run) => checkContained(resource, run.path, reportTo(run)),
  ({ sources: { model } }, resource, run) => {
    if (resource.resourceType === 'Bundle')
      checkBundle(resource, run.path, reportTo(run), { references: run.references, model })
  },
  (_kit, resource, run) => checkKj(resource, run.path, reportTo(run)),
  checkQuestionnaireResponse,
  vitalSigns,
  profilesOfTypes,
]
