import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { expect, test } from 'vitest'

const gallery = 'examples/screenshots'
const readmes = ['README.md', `${gallery}/README.md`]

/** The pictures that a text shows, by their paths from the root of the project. */
function picturesOf(path: string): string[] {
  const shown = readFileSync(path, 'utf8').matchAll(
    /!\[[^\]]*\]\(([^)]+)\)|<(?:img|source)[^>]* src(?:set)?="([^"]+)"/g,
  )
  return [...shown].map(([, link, source]) => posix.join(dirname(path), link ?? source ?? ''))
}

test('every picture that is shown is there', () => {
  const shown = readmes.flatMap(picturesOf)
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.filter((path) => !existsSync(path))).toEqual([])
})

test('every picture is shown, is a PNG, and is small', () => {
  const shown = new Set(readmes.flatMap(picturesOf))
  const pictures = readdirSync(gallery).filter((name) => name !== 'README.md')
  for (const name of pictures) {
    const path = `${gallery}/${name}`
    expect(shown, path).toContain(path)
    const bytes = readFileSync(path)
    expect(bytes.subarray(1, 4).toString(), path).toBe('PNG')
    expect(bytes.length, path).toBeLessThan(250_000)
  }
})

test('every picture has words for those who do not see it', () => {
  for (const path of readmes)
    expect(readFileSync(path, 'utf8'), path).not.toMatch(/!\[\s*\]\(|<img(?![^>]* alt="[^"]+")/)
})
