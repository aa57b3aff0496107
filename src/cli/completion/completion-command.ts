import { addCommands } from '../commands.ts'
import { type ExitCode, exit } from '../exit.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { type CommandShape, shapeOf } from './shape.ts'
import type { Shell } from './shells.ts'
import { zshScript } from './zsh.ts'

const scripts: Readonly<Record<Shell, (root: CommandShape) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** `kritinfo completion`: a script for a shell, of the commands and options as they are. */
export async function completionCommand(shell: Shell): Promise<ExitCode> {
  const root = await programShape()
  process.stdout.write(scripts[shell](root))
  return exit.fine
}

/** All that can be typed. Nothing is run and no config is read for it. */
export function programShape(): Promise<CommandShape> {
  return shapeOf('kritinfo', (yargs) =>
    addCommands(yargs, {
      entry: new URL('file:///'),
      config: () => ({ file: undefined, input: [], options: {} }),
      only: undefined,
      watch: async () => undefined,
      done: () => undefined,
    }),
  )
}
