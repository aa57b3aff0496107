import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mappingCheckKit } from '../../check-mappings.ts'
import type { Json } from '../../document/json.ts'
import type { CheckKit } from '../../mapping/check/kit.ts'
import { packageFolder } from '../package-folder.ts'

/** What tables are held against: the profiles of this package and its schema of the `ki` form. */
export function ownCheckKit(): CheckKit {
  const schema = join(packageFolder(), 'profiles/kritinfo.ki/ki.schema.json')
  return mappingCheckKit(JSON.parse(readFileSync(schema, 'utf8')) as Json)
}
