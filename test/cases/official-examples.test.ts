import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { standardValidation } from '../../src/validate.ts'
import { ourErrors } from '../oracle/ours.ts'
import { expectAgreement, reasonsIn } from './official.ts'

interface Published {
  readonly package: string
  readonly errors: number
  /** Place and message id of each. */
  readonly at: readonly string[]
}

/** The 767 published examples, with what the official engine says of them. */
const published = JSON.parse(readFileSync('../shared/cases/official-verdicts.json', 'utf8')) as Record<
  string,
  Published
>

test('the verdict on published examples is that of the official engine', () => {
  const judged = Object.entries(published).map(([name, { package: from, errors, at }]) => {
    const folder = from.includes('ips') ? 'hl7.fhir.uv.ips/example' : 'hl7.fhir.r4.core'
    const text = readFileSync(join('node_modules', folder, name), 'utf8')
    const ours = ourErrors(text, [], standardValidation()).map((one) => one.code)
    return { name, errors, said: at.map((place) => place.slice(place.lastIndexOf(' ') + 1)), ours }
  })
  expectAgreement(judged, reasonsIn('test/cases/official-examples.yaml'))
})
