import type { CommandShape, OptionShape } from './shape.ts'
import { quoted as quotedFor, type Step, stepsOf } from './walk.ts'

/** The completion of fish: a line for each thing that can be typed (https://fishshell.com/docs/current/completions.html). */
export function fishScript(root: CommandShape): string {
  const steps = stepsOf(root)
  const program = root.name
  return `${[
    `# Completion of ${program} for fish; written by: ${program} completion fish`,
    `# True if the commands that were typed are these.`,
    `function __${program}_is`,
    `    set -l command ''`,
    '    for word in (commandline -opc)[2..-1]',
    '        switch "$command $word"',
    ...steps.slice(1).flatMap(commandCase),
    '        end',
    '    end',
    '    test "$command" = "$argv"',
    'end',
    `complete -c ${program} -f`,
    ...steps.flatMap((step) => linesOf(step, program)),
  ].join('\n')}\n`
}

function commandCase({ path }: Step): string[] {
  const above = path.slice(0, Math.max(0, path.lastIndexOf(' ')))
  const name = path.slice(path.lastIndexOf(' ') + 1)
  return [`            case ${quoted(`${above} ${name}`)}`, `                set command ${quoted(path)}`]
}

function linesOf({ path, shape }: Step, program: string): string[] {
  const start = `complete -c ${program} -n ${quoted(`__${program}_is ${path}`.trim())}`
  const values = shape.positionals.flatMap(({ value }) => (value === 'path' ? ['-F'] : wordsOf(value)))
  return [
    ...shape.commands.map(({ name, about }) => `${start} -a ${name} -d ${quoted(about)}`),
    ...[...new Set(values)].map((value) => `${start} ${value}`),
    ...shape.options.map((option) => `${start} ${optionWords(option)}`),
  ]
}

function optionWords({ name, letter, about, value }: OptionShape): string {
  const names = letter === undefined ? `-l ${name}` : `-l ${name} -s ${letter}`
  const kind = value === undefined ? [] : value === 'path' ? ['-r', '-F'] : ['-x', ...wordsOf(value)]
  return [names, ...kind, '-d', quoted(about)].join(' ')
}

function wordsOf(value: readonly string[]): string[] {
  return value.length === 0 ? [] : [`-a ${quoted(value.join(' '))}`]
}

function quoted(text: string): string {
  return quotedFor(text, 'fish')
}
