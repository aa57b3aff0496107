import { KritinfoError } from '../../issue/issue.ts'
import type { Answer, Question } from './protocol.ts'
import { services } from './services.ts'

/** The core in a worker of the browser, where a long conversion holds up no page. It has no network and keeps nothing. */
const known: Readonly<Record<string, (input: never) => unknown>> = services

self.onmessage = ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data))
}

function answer({ id, name, input }: Question): Answer {
  const service = Object.hasOwn(known, name) ? known[name] : undefined
  if (service === undefined) return { id, defect: `no service ${name}` }
  try {
    return { id, output: service(input as never) }
  } catch (problem) {
    if (problem instanceof KritinfoError) return { id, issues: problem.issues }
    // What went wrong may have values of the record in its words; its kind has none.
    return { id, defect: problem instanceof Error ? problem.name : typeof problem }
  }
}
