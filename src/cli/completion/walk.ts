import type { CommandShape } from './shape.ts'

/** A command with the words that lead to it, `mapping list`; empty for the program itself. */
export interface Step {
  readonly path: string
  readonly shape: CommandShape
}

/** Every command, those within others after them, in the order in which help lists them. */
export function stepsOf(shape: CommandShape, path = ''): Step[] {
  const inner = shape.commands.flatMap((one) => stepsOf(one, path === '' ? one.name : `${path} ${one.name}`))
  return [{ path, shape }, ...inner]
}

/** A text as one word of a shell, whatever is in it. In fish a backslash counts within single quotes too. */
export function quoted(text: string, shell: 'sh' | 'fish' = 'sh'): string {
  const inner = shell === 'fish' ? text.replace(/[\\']/g, '\\$&') : text.replaceAll("'", `'\\''`)
  return `'${inner}'`
}
