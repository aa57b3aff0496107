import { KritinfoError } from '../issue/issue.ts'
import { overlayToolkit, standardToolkit, type Toolkit } from '../toolkit.ts'
import { exit } from './exit.ts'
import { messageOf, Stop } from './message.ts'
import type { Tables } from './tables.ts'

/**
 * The tables of this package, with a user's over them. Problems in tables stand at a file and line; they are a wrong use
 * of the option that named the file and end in a `Stop`.
 */
export async function openKit(tables: Tables | undefined): Promise<Toolkit> {
  if (tables === undefined) return standardToolkit()
  try {
    return await overlayToolkit(tables.files)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new Stop(
      exit.usage,
      problem.issues.map((one) => messageOf({ ...one, path: '' }, { file: one.path })),
    )
  }
}
