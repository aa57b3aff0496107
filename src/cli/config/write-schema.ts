import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { configSchema } from './schema.ts'

/** Part of `npm run generate`: the schema stands in the package as a file, for editors, and is written when it changes. */
const file = 'profiles/kritinfo.config/config.schema.json'
const text = `${JSON.stringify(configSchema(), null, 2)}\n`
if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
