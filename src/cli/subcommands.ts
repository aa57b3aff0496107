import type { Argv } from 'yargs'
import type { ExitCode } from './exit.ts'

/** One subcommand, in a file of its own that is loaded when it is asked for. */
export interface Subcommand<T> {
  /** Adds its positionals and options. */
  build(yargs: Argv): Argv<T>
  run(args: T): ExitCode | Promise<ExitCode>
}

/** Adds subcommands to a command. `done` gets the exit code. */
export function subcommandsOf(yargs: Argv, done: (code: ExitCode) => void) {
  return <T>(usage: string, about: string, load: () => Promise<Subcommand<T>>) =>
    yargs.command(
      usage,
      about,
      async (inner: Argv) => (await load()).build(inner),
      // What the builder has added, yargs does not tell the type of.
      async (args: unknown) => done(await (await load()).run(args as T)),
    )
}
