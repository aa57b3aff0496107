import { readdirSync, readFileSync } from 'node:fs'
import type { Json } from '../../src/index.ts'
import type { SourceFile } from '../../src/mapping/source.ts'

/** The tables of this package as they are written, in the order in which they are read. */
export function mappingFiles(folder = 'mappings'): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** The JSON Schema of the ki form. */
export function kiSchema(): Json {
  return JSON.parse(readFileSync('profiles/kritinfo.ki/ki.schema.json', 'utf8')) as Json
}
