import { conformanceIndex } from '../definition/package.ts'
import { standardDefinitions } from '../definition/standard.ts'
import { withPackages } from '../definition/with-packages.ts'
import { standardTerminology } from '../terminology/standard.ts'
import { withTerminology } from '../terminology/terminology-of.ts'
import { type ValidationKit, validationOf } from '../validate.ts'
import { readPackage, stopOfPackage } from './package-files.ts'

/**
 * The standard definitions with those of packages (folders or `.tgz`) laid over them, in their order. Throws `Stop` with a
 * line for each problem of a package.
 */
export function packagedValidation(paths: readonly string[]): ValidationKit {
  const packages = paths.map((path) => readPackage(path))
  const others = conformanceIndex(packages.flatMap((one) => one.others))
  const resources = packages.flatMap(({ valueSets, codeSystems }) => [...valueSets, ...codeSystems])
  try {
    return validationOf(
      withPackages(standardDefinitions(), packages),
      withTerminology(
        standardTerminology(),
        resources.map(({ resource }) => resource),
      ),
      { resource: (canonical) => others.find(canonical)?.resource },
    )
  } catch (problem) {
    throw stopOfPackage(problem, '--package')
  }
}
