import { loadFallback } from '../fhirpath/fallback.ts'
import { packagedValidation, type ValidationKit } from '../validate.ts'
import { messageOf } from './message.ts'
import { readPackage } from './package-files.ts'

/**
 * A kit with packages (folders, `.tgz` or `.zip`) laid over ours. A definition that cannot be made is left out, and `tell` gets a
 * line for it. Throws `Stop` with a line for each other problem of a package.
 */
export async function kitWith(paths: readonly string[], tell: (line: string) => void): Promise<ValidationKit> {
  const packages = paths.map((path) => readPackage(path))
  return packagedValidation(packages, {
    fallback: await loadFallback(),
    leaveOut: (problem) => tell(messageOf({ ...problem, severity: 'warning', path: '' }, { file: problem.path })),
  })
}
