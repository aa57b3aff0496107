import { KritinfoError } from '../issue/issue.ts'
import { overlayToolkit, standardToolkit, type Toolkit } from '../toolkit.ts'
import { exit } from './exit.ts'
import { messageOf, Stop } from './message.ts'
import type { Order } from './order.ts'

/**
 * The tables of this package, with those of `--mappings` over them. Problems in tables stand at a file and line of the
 * folder; they are a wrong use of `--mappings` and end in a `Stop`.
 */
export async function openKit(mappings: Order['mappings']): Promise<Toolkit> {
  if (mappings === undefined) return standardToolkit()
  const { folder, files } = mappings
  try {
    return await overlayToolkit(files)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    const place = (path: string) => (path === '' ? folder : `${folder.replace(/\/+$/, '')}/${path}`)
    throw new Stop(
      exit.usage,
      problem.issues.map((one) => messageOf({ ...one, path: '' }, { file: place(one.path) })),
    )
  }
}
