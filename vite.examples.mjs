// The examples as a script beside the pages of `kritinfo browse`: data/examples.js, which the record page loads when it is opened.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const forms = ['ki', 'kj', 'r4', 'eps']

/** Stories in all forms, what dialects write with the `ki` document of the same, and a summary from abroad. */
export function examples(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const stories = names.filter((name) => existsSync(join(folder, name, 'ki.json'))).map((name) => story(folder, name))
  const dialects = readdirSync(join(folder, 'dialects')).map((name) => dialect(folder, name))
  const visitor = { name: 'portuguese-visitor', documents: { eps: textAt(folder, 'portuguese-visitor/summary.json') } }
  return [...stories, visitor, ...dialects]
}

function story(folder, name) {
  const documents = forms.map((form) => [form, textAt(folder, `${name}/${form}.json`)])
  return { name, documents: Object.fromEntries(documents) }
}

function dialect(folder, id) {
  const name = `dialects/${id}`
  const [, form] = /^form: (\w+)$/m.exec(readFileSync(join(folder, `../mappings/dialects/${id}.yaml`), 'utf8'))
  const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'))
  return { name, documents: { ki: textAt(folder, `${name}/ki.json`), [form]: textAt(folder, `${name}/${input}`) } }
}

function textAt(folder, path) {
  return readFileSync(join(folder, path), 'utf8')
}

/** A plugin that writes them. */
export function examplesApart(folder) {
  return {
    name: 'examples-apart',
    generateBundle() {
      const source = `globalThis.kritinfoExamples = ${JSON.stringify(examples(folder))}\n`
      this.emitFile({ type: 'asset', fileName: 'data/examples.js', source })
    },
  }
}
