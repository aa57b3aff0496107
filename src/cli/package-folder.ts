import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that this package is installed in: the nearest one above this file with the tables and a package.json. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'mappings'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('the package has no mappings')
    folder = above
  }
  return folder
}
