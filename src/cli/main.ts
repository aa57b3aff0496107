/** The program. Its workers are a file of their own, `worker.ts`. */
await main()

async function main(): Promise<void> {
  // To leave by way of `exit` takes unfinished files along.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
  const [{ guardStandardStreams }, { demandWorkingFolder }, { stopOf }] = await Promise.all([
    import('./standard-streams.ts'),
    import('./files.ts'),
    import('./message.ts'),
  ])
  guardStandardStreams()
  try {
    // Parts of the command line ask for the working directory as soon as they are loaded.
    demandWorkingFolder()
    const { runCommandLine } = await import('./command-line.ts')
    process.exitCode = await runCommandLine(process.argv.slice(2), new URL(import.meta.url))
  } catch (problem) {
    const stop = stopOf(problem, { file: 'kritinfo' })
    for (const line of stop.lines) process.stderr.write(`${line}\n`)
    process.exitCode = stop.exit
  }
}
