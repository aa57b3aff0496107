import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { now, penicillin, run, workplace } from './run.ts'

const place = workplace()

/** Files of the built command line that a run loaded: Node lists them where it is asked for coverage. */
async function loadedBy(name: string, args: readonly string[]): Promise<readonly string[]> {
  const folder = place.path(name)
  await run(args, { env: { ...process.env, NODE_V8_COVERAGE: folder } })
  return readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: { url: string }[] }
    return result.map(({ url }) => basename(url)).filter((one) => one.startsWith('cli'))
  })
}

/** What draws pages, by a name that is in no other part. */
const drawing = readdirSync('dist').filter(
  (file) => file.startsWith('cli') && readFileSync(join('dist', file), 'utf8').includes('dangerouslySetInnerHTML'),
)

test('what draws pages is loaded for pages alone: nothing else starts later for it', async () => {
  expect(drawing).toHaveLength(1)
  const convert = ['convert', penicillin, '--to', 'eps', '--now', now, '-o', place.path('out.json')]
  expect(await loadedBy('convert', convert)).not.toContain(drawing[0])
  expect(await loadedBy('text', ['validate', penicillin])).not.toContain(drawing[0])
  expect(await loadedBy('tables', ['mapping', 'render', '--table', 'ki-r4/kode'])).not.toContain(drawing[0])
  const html = ['validate', penicillin, '-f', 'html', '-o', place.path('out.html')]
  expect(await loadedBy('html', html)).toContain(drawing[0])
})
