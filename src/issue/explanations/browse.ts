import type { browseEntries } from '../catalogue-browse.ts'
import type { Explanations } from './explanation.ts'

/** What serving and writing the site has to say. The examples are calls. */
export const browseExplanations: Explanations<keyof typeof browseEntries> = {
  'CLI-060': {
    reason:
      'A port belongs to one program at a time; perhaps another kritinfo browse is running already. The site is served on the same port each time, so that links that were kept lead somewhere.',
    bad: 'kritinfo browse & kritinfo browse',
    good: 'kritinfo browse & kritinfo browse --port 0',
  },
  'CLI-061': {
    reason:
      'A site that was written before is replaced; its list of files, kritinfo-site.json, tells which those are. Anything else in a folder is somebody’s.',
    bad: 'kritinfo browse --out ~/Documents',
    good: 'kritinfo browse --out ~/Documents/kritinfo',
  },
  'CLI-062': {
    reason: 'The site is built with the package and lies in its folder dist/browse.',
    bad: 'node esbuild.config.mjs && kritinfo browse',
    good: 'npm run build && kritinfo browse',
  },
}
