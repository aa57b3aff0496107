import { existsSync } from 'node:fs'
import type { InferredOptionTypes } from 'yargs'
import { writeJson } from '../../document/json-write.ts'
import { issue } from '../../issue/issue.ts'
import { configName } from '../config/name.ts'
import { type ExitCode, exit } from '../exit.ts'
import { isFile } from '../files.ts'
import { messageOf, Stop } from '../message.ts'
import { complain } from '../tell.ts'
import { writeFile } from '../write-file.ts'
import { findDocuments } from './find-documents.ts'
import type { initOptions } from './options.ts'
import { proposeConfig } from './propose.ts'

/** `kritinfo init`: a config for what lies in the working directory. Throws `Stop` (CFG-004) where there is one. */
export async function initCommand({ force, print }: InferredOptionTypes<typeof initOptions>): Promise<ExitCode> {
  if (!print && !force && existsSync(configName))
    throw new Stop(exit.usage, [messageOf(issue('CFG-004'), { file: configName })])
  const schema = './node_modules/kritinfo/profiles/kritinfo.config/config.schema.json'
  const { config, lines } = proposeConfig({
    groups: findDocuments(),
    hasShorthand: isFile('sushi-config.yaml'),
    schema: isFile(schema) ? schema : undefined,
  })
  const text = `${writeJson(config, { indent: 2 })}\n`
  if (print) {
    complain(lines)
    process.stdout.write(text)
    return exit.fine
  }
  writeFile(configName, text)
  const commands = ['kritinfo validate', ...('convert' in config ? ['kritinfo convert'] : [])]
  const end = `Wrote ${configName}. Change it as you like. Next: ${commands.join(', or ')}`
  process.stdout.write([...lines, end].map((line) => `${line}\n`).join(''))
  return exit.fine
}
