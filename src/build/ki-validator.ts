import type { AnySchema } from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { buildSync } from 'esbuild'

/** What our schema says to people and not to a validator; no member of the `ki` form bears such a name. */
const annotation = /^(?:title|description|x-.+)$/

/**
 * Compiles the JSON Schema of the `ki` form to the text of an ECMAScript module that needs nothing else:
 * its default export is the validator, `forms` the words for its patterns; the little of Ajv that it calls is
 * bundled in.
 */
export function compileKiValidator(schemaText: string): string {
  const ajv = new Ajv2020.default({
    allErrors: true,
    strict: true,
    discriminator: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true },
  })
  const schema: AnySchema = JSON.parse(schemaText, (key, value) => (annotation.test(key) ? undefined : value))
  const validator = standaloneCode.default(ajv, ajv.compile(schema))
  return bundle(`${validator}\nexport const forms = ${JSON.stringify(formsIn(JSON.parse(schemaText)))}`)
}

/** What each pattern of the schema asks for, in the words of its `x-form`. */
function formsIn(node: unknown): Record<string, string> {
  if (typeof node !== 'object' || node === null) return {}
  const { pattern, 'x-form': form } = node as { readonly pattern?: unknown; readonly 'x-form'?: unknown }
  const own = typeof pattern === 'string' && typeof form === 'string' ? { [pattern]: form } : {}
  return Object.assign(own, ...Object.values(node).map(formsIn))
}

/** Ajv's text asks for its helpers with `require`; here they become part of the module. */
function bundle(source: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** The declarations that belong beside the compiled validator. */
export const kiValidatorTypes = `/** One finding of the compiled schema; paths are JSON Pointers. */
export interface SchemaError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}
declare const validate: ((document: unknown) => boolean) & { errors?: readonly SchemaError[] | null }
export default validate
/** What a pattern asks for, in words. */
export declare const forms: Readonly<Record<string, string>>
`
