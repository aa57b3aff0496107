import type { ValueKind } from '../config/value-kinds.ts'
import type { CommandShape } from './shape.ts'
import { quoted, type Step, stepsOf } from './walk.ts'

/**
 * The completion of bash, 3.2 (macOS) or newer. Where it has nothing to say, `complete -o default` completes names of
 * files, which versions from 4 on are told not to do where no file is wanted
 * (https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html).
 */
export function bashScript(root: CommandShape): string {
  const steps = stepsOf(root)
  return `${[
    `# Completion of ${root.name} for bash; written by: ${root.name} completion bash`,
    `_${root.name}() {`,
    `  local current=${word('COMP_CWORD')} previous=${word('COMP_CWORD - 1')} command= options= words= files=no index`,
    '  COMPREPLY=()',
    '  # An option and its value may be joined by =, which bash takes for a word of its own.',
    '  if [[ $current == = ]]; then current=; fi',
    `  if [[ $previous == = ]]; then previous=${word('COMP_CWORD - 2')}; fi`,
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    `    if [[ ${word('index')} == -- ]]; then return; fi`,
    `    case "$command ${word('index')}" in`,
    ...steps.slice(1).map(commandCase),
    '    esac',
    '  done',
    '  case "$command $previous" in',
    ...valueCases(steps),
    '  *) case $command in',
    ...steps.map(wordCase),
    '    esac',
    '    if [[ $current == -* ]]; then words=$options files=no; fi ;;',
    '  esac',
    '  if [[ $files == no ]]; then compopt +o default 2>/dev/null; fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    `complete -o default -F _${root.name} ${root.name}`,
  ].join('\n')}\n`
}

/** A word of what was typed, by its place. */
function word(index: string): string {
  return `\${COMP_WORDS[${index}]}`
}

function commandCase({ path }: Step): string {
  const above = path.slice(0, Math.max(0, path.lastIndexOf(' ')))
  const name = path.slice(path.lastIndexOf(' ') + 1)
  return `      ${quoted(`${above} ${name}`)}) command=${quoted(path)} ;;`
}

/** Behind which options which values come: a case for each set of values, with all options that have it. */
function valueCases(steps: readonly Step[]): string[] {
  const cases = new Map<string, string[]>()
  for (const { path, shape } of steps) {
    for (const { name, letter, value } of shape.options) {
      if (value === undefined) continue
      const names = [`--${name}`, ...(letter === undefined ? [] : [`-${letter}`])]
      const reply = replyOf(value)
      cases.set(reply, [...(cases.get(reply) ?? []), ...names.map((one) => quoted(`${path} ${one}`))])
    }
  }
  return [...cases].map(([reply, patterns]) => `  ${patterns.join(' | \\\n    ')}) ${reply} ;;`)
}

function replyOf(value: ValueKind): string {
  return value === 'path' ? 'files=yes' : `words=${quoted(value.join(' '))}`
}

function wordCase({ path, shape }: Step): string {
  const options = shape.options.flatMap(({ name, letter }) => [
    `--${name}`,
    ...(letter === undefined ? [] : [`-${letter}`]),
  ])
  const kinds = shape.positionals.map(({ value }) => value)
  const words = [...shape.commands.map(({ name }) => name), ...kinds.flatMap((kind) => (kind === 'path' ? [] : kind))]
  const files = kinds.includes('path') ? ' files=yes' : ''
  return `    ${quoted(path)}) options=${quoted(options.join(' '))} words=${quoted(words.join(' '))}${files} ;;`
}
