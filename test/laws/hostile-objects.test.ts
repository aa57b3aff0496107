import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Form, forms, type Json, type JsonObject, KritinfoError } from '../../src/index.ts'
import { put, sitesOf } from '../rule/documents.ts'
import { stories } from '../stories.ts'
import { accountProblem, to } from './kit.ts'

/** Each story has other places spoilt; together they are most that there are. */
const step = 5

/** What JavaScript asks objects for when it wants a text or a number of them, as a document may have it. */
const hostile = (): Json => ({ toString: 1, valueOf: 1, length: -1 })
const all: readonly (() => Json)[] = [hostile, () => [hostile()], () => [[hostile()]]]

function problemOf(form: Form, root: Json): string | undefined {
  try {
    return accountProblem(root, to(form, root))
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    return (problem as Error).stack?.split('\n').slice(0, 6).join('\n')
  }
}

test.each(stories)('an object instead of any value is refused or accounted for: %s', (story) => {
  for (const from of forms) {
    const text = readFileSync(`examples/${story}/${from}.json`, 'utf8')
    const count = sitesOf(JSON.parse(text) as Json).length
    for (let at = stories.indexOf(story) % step; at < count; at += step) {
      const document = JSON.parse(text) as JsonObject
      const site = sitesOf(document)[at]
      if (site === undefined) continue
      put(site, (all[at % all.length] as () => Json)())
      for (const form of forms) expect(problemOf(form, document)).toBeUndefined()
    }
  }
})
