import type { ValueKind } from '../config/value-kinds.ts'
import type { CommandShape, OptionShape } from './shape.ts'
import { quoted, type Step, stepsOf } from './walk.ts'

/**
 * The completion of zsh: a function for each command, which describes its arguments
 * (https://zsh.sourceforge.io/Doc/Release/Completion-System.html, `_arguments`). It can be sourced, or lie in `fpath`.
 */
export function zshScript(root: CommandShape): string {
  return `${[
    `#compdef ${root.name}`,
    `# Completion of ${root.name} for zsh; written by: ${root.name} completion zsh`,
    ...stepsOf(root).flatMap((step) => ['', ...functionOf(step, root.name)]),
    '',
    `if [ "$funcstack[1]" = _${root.name} ]; then _${root.name} "$@"; else compdef _${root.name} ${root.name}; fi`,
  ].join('\n')}\n`
}

function functionName(program: string, path: string): string {
  return `_${[program, ...path.split(' ')].filter((one) => one !== '').join('_')}`
}

function functionOf({ path, shape }: Step, program: string): string[] {
  const name = functionName(program, path)
  const options = shape.options.map(optionSpec)
  if (shape.commands.length === 0) {
    const positionals = shape.positionals.map(
      ({ name: word, value, list }) => `${list ? '*' : ''}:${word}:${actionOf(value)}`,
    )
    return [`${name}() {`, `  _arguments -s ${joined([...options, ...positionals.map((one) => quoted(one))])}`, '}']
  }
  return [
    `${name}() {`,
    '  local context state state_descr line',
    '  typeset -A opt_args',
    '  local -a commands',
    `  commands=(${joined(shape.commands.map((one) => quoted(`${one.name}:${escaped(one.about, ':')}`)))})`,
    `  _arguments -C ${joined([...options, `'1:command:->command'`, `'*::argument:->argument'`])} && return`,
    '  case $state in',
    `    command) _describe command commands ;;`,
    `    argument) case $words[1] in`,
    ...shape.commands.map((one) => `      ${one.name}) ${functionName(program, `${path} ${one.name}`.trim())} ;;`),
    '    esac ;;',
    '  esac',
    '}',
  ]
}

/** `'(-o --output)'{-o,--output=}'[about]:value:action'`; what may be given several times begins with a star. */
function optionSpec({ name, letter, about, value, list }: OptionShape): string {
  const long = value === undefined ? `--${name}` : `--${name}=`
  const tail = `[${escaped(about, '[]')}]${value === undefined ? '' : `:${name}:${actionOf(value)}`}`
  if (letter === undefined) return quoted(`${list ? '*' : ''}${long}${tail}`)
  return `${quoted(list ? '*' : `(-${letter} --${name})`)}{-${letter},${long}}${quoted(tail)}`
}

function actionOf(value: ValueKind): string {
  if (value === 'path') return '_files'
  return value.length === 0 ? ' ' : `(${value.join(' ')})`
}

function escaped(text: string, signs: string): string {
  return [...text].map((sign) => (signs.includes(sign) || sign === '\\' ? `\\${sign}` : sign)).join('')
}

function joined(words: readonly string[]): string {
  return words
    .map((word) => `\\\n    ${word} `)
    .join('')
    .trimEnd()
}
