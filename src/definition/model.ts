import type { XmlModel } from '../document/xml-model.ts'
import { fhirModelText } from '../generated/fhir-model.ts'
import { type CompiledModel, modelOf } from './compiled-model.ts'

let shared: XmlModel | undefined

/** The R4 (4.0.1) definitions as far as XML needs them; read on the first call, then shared. */
export function fhirModel(): XmlModel {
  shared ??= modelOf(JSON.parse(fhirModelText) as CompiledModel)
  return shared
}
