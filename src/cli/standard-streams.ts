import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { reasonOf } from './files.ts'
import { messageOf } from './message.ts'

/** What a shell sees of a program that writes to a reader that is gone: 128 and the number of SIGPIPE. */
const readerGone = 141

/**
 * What becomes of a run whose standard streams fail. Results that cannot be written end it: in silence where a reader
 * has seen enough (head, less), else with CLI-019. Messages that nobody hears any more do not: a terminal that is
 * closed stops no work. To leave by way of `exit` takes unfinished files along.
 */
export function guardStandardStreams(): void {
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code === 'EPIPE') process.exit(readerGone)
    const found = issue('CLI-019', {}, { reason: reasonOf(problem) })
    process.stderr.write(`${messageOf(found, { file: 'kritinfo' })}\n`)
    process.exit(exit.usage)
  })
}
