import { evidenceText } from '../../generated/evidence.ts'
import schema from '../../../profiles/kritinfo.ki/ki.schema.json' with { type: 'json' }
import { mappingCheckKit } from '../../check-mappings.ts'
import type { Json } from '../../document/json.ts'
import type { Evidence } from '../../inspect/evidence.ts'
import type { ShowKit } from '../../inspect/show.ts'
import { standardToolkit, type Toolkit } from '../../toolkit.ts'

let shown: ShowKit | undefined

/** What converting needs, made once. */
export function toolkit(): Toolkit {
  return standardToolkit()
}

/** What explaining rows and elements needs, made once. */
export function showKit(): ShowKit {
  shown ??= {
    mappings: toolkit().mappings,
    check: mappingCheckKit(schema as Json),
    evidence: JSON.parse(evidenceText) as Evidence,
  }
  return shown
}
