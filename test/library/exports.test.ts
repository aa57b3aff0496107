import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { version } from '../../src/version.ts'

test('the version in the code is that of the package', () => {
  expect(version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})

/** Whoever uses the library reads these in an editor. */
test.each([
  ['src/index.ts', 30],
  ['src/validate.ts', 4],
  ['src/mappings.ts', 5],
  ['src/generate.ts', 4],
])('everything that %s exports is documented', (file, count) => {
  const config = ts.parseJsonConfigFileContent(JSON.parse(readFileSync('tsconfig.json', 'utf8')), ts.sys, '.')
  const program = ts.createProgram([file], config.options)
  const checker = program.getTypeChecker()
  const index = program.getSourceFile(file)
  const module = index === undefined ? undefined : checker.getSymbolAtLocation(index)
  const exported = module === undefined ? [] : checker.getExportsOfModule(module)
  expect(exported.length).toBeGreaterThan(count)
  const silent = exported.filter((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return target.getDocumentationComment(checker).length === 0
  })
  expect(silent.map((symbol) => symbol.name)).toEqual([])
})
