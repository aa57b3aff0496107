import { conformanceIndex } from '../definition/package.ts'
import { standardDefinitions } from '../definition/standard.ts'
import { withPackages } from '../definition/with-packages.ts'
import { standardTerminology } from '../terminology/standard.ts'
import { withTerminology } from '../terminology/terminology-of.ts'
import { loadFallback } from '../fhirpath/fallback.ts'
import type { Issue } from '../issue/issue.ts'
import { type ValidationKit, validationOf } from '../validate.ts'
import { messageOf } from './message.ts'
import { readPackage } from './package-files.ts'

/**
 * The standard definitions with those of packages (folders or `.tgz`) laid over them, in their order. A definition that
 * cannot be made is left out, and `tell` gets a line for it. Throws `Stop` with a line for each other problem of a package.
 */
export async function packagedValidation(
  paths: readonly string[],
  tell: (line: string) => void,
): Promise<ValidationKit> {
  const packages = paths.map((path) => readPackage(path))
  const others = conformanceIndex(packages.flatMap((one) => one.others))
  const resources = packages.flatMap(({ valueSets, codeSystems }) => [...valueSets, ...codeSystems])
  const leaveOut = (problem: Issue) =>
    tell(messageOf({ ...problem, severity: 'warning', path: '' }, { file: problem.path }))
  return validationOf(
    withPackages(standardDefinitions(), packages, leaveOut),
    withTerminology(
      standardTerminology(),
      resources.map(({ resource }) => resource),
    ),
    { fallback: await loadFallback(), resource: (canonical) => others.find(canonical)?.resource },
  )
}
