import { describe, expect, test } from 'vitest'
import { programShape } from '../../../src/cli/completion/completion-command.ts'
import { shapeOf } from '../../../src/cli/completion/shape.ts'
import { stepsOf } from '../../../src/cli/completion/walk.ts'
import { dialects, kindsOfRecord, valueKindOf } from '../../../src/cli/config/value-kinds.ts'
import { dialectsOf } from '../../../src/convert/dialect.ts'
import { forms } from '../../../src/form/detect.ts'
import { recordTypes } from '../../../src/form/ki/schema-errors.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

describe('the commands as a shell completes them', async () => {
  const steps = stepsOf(await programShape())
  const named = (path: string) => steps.find((step) => step.path === path)?.shape

  test('are those of the command line, with their subcommands', () => {
    const paths = steps.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['', 'convert', 'validate', 'completion', 'mapping', 'mapping diff']))
  })

  test('have options with letters, choices and switches to switch off', () => {
    const { options = [] } = named('convert') ?? {}
    expect(options).toContainEqual(expect.objectContaining({ name: 'to', value: ['ki', 'kj', 'r4', 'eps'] }))
    expect(options).toContainEqual(expect.objectContaining({ name: 'output', letter: 'o', value: 'path' }))
    expect(options).toContainEqual(expect.objectContaining({ name: 'no-validate', value: undefined }))
    expect(options).toContainEqual(expect.objectContaining({ name: 'config', value: 'path' }))
    expect(options).toContainEqual(expect.objectContaining({ name: 'no-config', value: undefined }))
  })

  test('have arguments', () => {
    expect(named('validate')?.positionals).toEqual([{ name: 'input', value: 'path', list: true }])
    expect(named('completion')?.positionals).toEqual([{ name: 'shell', value: ['bash', 'zsh', 'fish'], list: false }])
  })

  test('name the dialects of our tables, the kinds of record and the codes', () => {
    const kit = standardToolkit()
    expect(dialects).toEqual([...new Set(forms.flatMap((form) => dialectsOf(kit, form)))].sort())
    expect(kindsOfRecord).toEqual(recordTypes)
    expect(named('generate')?.options).toContainEqual(expect.objectContaining({ name: 'kinds', value: kindsOfRecord }))
    expect(named('convert')?.options).toContainEqual(expect.objectContaining({ name: 'dialect', value: dialects }))
    expect(named('explain')?.positionals[0]?.value).toContain('DOC-015')
  })

  test('say of every free text whether it is a path (src/cli/config/value-kinds.ts)', () => {
    const unknown = steps.flatMap(({ path, shape }) =>
      [...shape.options, ...shape.positionals]
        .filter(({ name, value }) => value === 'path' && valueKindOf(name) !== 'path')
        .map(({ name }) => `${path}: ${name}`),
    )
    expect(unknown).toEqual([])
  })
})

test('commands that are added late and within others are noted', async () => {
  const { commands } = await shapeOf('x', (yargs) =>
    yargs
      .command('a <b>', 'A', async (inner) =>
        inner.command('c', 'C', (last) => last.options({ now: { type: 'string' } })),
      )
      .strict(),
  )
  expect(commands).toMatchObject([{ name: 'a', about: 'A', commands: [{ name: 'c', options: [{}, { name: 'now' }] }] }])
})
