import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The golden stories: the folders of `examples/` with a document of the `ki` form. Other folders there have tests of their own. */
export const stories: readonly string[] = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join('examples', entry.name, 'ki.json')))
  .map((entry) => entry.name)
  .sort()
