import { type Inputs, isNdjson } from './inputs.ts'
import { standardStream } from './message.ts'
import { lookAtStandardInput } from './stream/source.ts'

/** Standard input has no name that would say whether it has a document on each line: it is looked at, if it is an input. */
export async function looking(inputs: Inputs): Promise<Inputs> {
  if (!inputs.paths.includes(standardStream)) return inputs
  const looked = await lookAtStandardInput()
  return { ...inputs, many: inputs.many || looked.isLines, looked }
}

/** True for an input that is known to have a document on each line. */
export function hasLines(path: string, { looked }: Inputs): boolean {
  return isNdjson(path) || (path === standardStream && looked?.isLines === true)
}
