/** The program. Its workers are a file of their own, `worker.ts`. */
await main()

async function main(): Promise<void> {
  // A reader that has seen enough (head, less) is no mistake, and what nobody reads need not be made.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (problem: NodeJS.ErrnoException) => process.exit(problem.code === 'EPIPE' ? 0 : 70))
  }
  // To leave by way of `exit` takes unfinished files along.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
  const [{ runCommandLine }, { stopOf }] = await Promise.all([import('./command-line.ts'), import('./message.ts')])
  try {
    process.exitCode = await runCommandLine(process.argv.slice(2), new URL(import.meta.url))
  } catch (problem) {
    const stop = stopOf(problem, { file: 'kritinfo' })
    for (const line of stop.lines) process.stderr.write(`${line}\n`)
    process.exitCode = stop.exit
  }
}
