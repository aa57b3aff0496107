import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Form, forms, type Json, readDocument, standardToolkit, type Tree } from '../../src/index.ts'
import { stepNamed } from '../../src/mapping/steps.ts'
import { trace, type TracedLeaf, tracer } from '../../src/trace.ts'

const kit = standardToolkit()
const now = '2026-01-01T00:00:00Z'
const stories = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join('examples', entry.name))

function documentOf(story: string, form: Form): Tree | undefined {
  const file = join(story, `${form}.json`)
  return existsSync(file) ? readDocument(readFileSync(file)) : undefined
}

/** What is wrong with an answer, if anything. */
function problemOf({ path, steps }: TracedLeaf): string[] {
  if (path === '' || steps.length === 0) return [`${path}: no answer`]
  return steps.filter((step) => step.kind === 'unknown' || step.note === '').map((step) => `${path}: ${step.row}`)
}

describe.each(stories)('%s', (story) => {
  const patient = documentOf(story, 'ki')?.root as Json | undefined
  const routes = forms.flatMap((from) => forms.filter((to) => to !== from).map((to) => [from, to] as const))

  test.each(routes)('%s → %s: every leaf of the output has an answer, and every leaf of the input', (from, to) => {
    const input = documentOf(story, from)
    if (input === undefined) return
    const traced = tracer(kit, input, { to, from, now, ...(patient === undefined ? {} : { patient }) })
    expect(traced.leavesAt('output').flatMap((leaf) => problemOf(traced.ofOutput(leaf)))).toEqual([])
    expect(traced.leavesAt('input').flatMap((leaf) => problemOf(traced.ofInput(leaf)))).toEqual([])
  })
})

describe('what a trace says', () => {
  const ki = documentOf('examples/peanut-allergy', 'ki') as Tree
  const only = (leaves: readonly TracedLeaf[]) => {
    expect(leaves).toHaveLength(1)
    return leaves[0] as TracedLeaf
  }

  test('of a leaf of the output: the rows of both hops, with the places before and after each', () => {
    const { output } = trace(kit, ki, { to: 'eps', now, at: 'AllergyIntolerance[0].criticality', side: 'output' })
    const { steps } = only(output)
    expect(steps.map((step) => [step.hop, step.row, step.direction])).toEqual([
      [1, 'allergy.criticality', 'forward'],
      [2, expect.stringMatching(/^eps\.allergy\./), 'forward'],
    ])
    expect(steps[0]).toMatchObject({
      table: 'ki-r4/allergy',
      reads: ['kritiskInformasjon.registreringer[0].alvorlighetsgrad'],
      writes: ['AllergyIntolerance.criticality'],
      safety: 'criticality',
    })
    expect(steps[1]?.writes[0]).toMatch(/^Bundle\.entry\[\d+\]\.resource\.criticality$/)
  })

  test('of a leaf of the input: where it went', () => {
    const at = 'kritiskInformasjon.registreringer[0].alvorlighetsgrad'
    const { input, output } = trace(kit, ki, { to: 'kj', now, at })
    expect(output).toEqual([])
    const { steps } = only(input)
    expect(steps.map((step) => [step.hop, step.direction])).toEqual([
      [1, 'forward'],
      [2, 'backward'],
    ])
    expect(steps.at(-1)?.writes[0]).toMatch(/\.criticality$/)
  })

  test('of what is built around the records: the step by its name', () => {
    const step = (at: string) => only(trace(kit, ki, { to: 'eps', now, at, side: 'output' }).output).steps[0]
    expect(step('Bundle.timestamp')).toMatchObject({ row: 'container.bundle', kind: 'step', reads: [] })
    expect(step('Composition.title')?.row).toBe('container.composition')
    expect(step('AllergyIntolerance[0].text.div')?.row).toBe('container.narrative')
    expect(step('AllergyIntolerance[0].patient.reference')?.row).toBe('container.patient')
  })

  test('of a constant: its row alone', () => {
    const { output } = trace(kit, ki, { to: 'r4', now, at: 'AllergyIntolerance[0].meta.profile[0]' })
    expect(only(output).steps).toMatchObject([{ hop: 1, row: 'allergy.profile', reads: [] }])
  })

  test('of a subtree: every leaf below it', () => {
    const { output } = trace(kit, ki, { to: 'r4', now, at: 'AllergyIntolerance[0].code' })
    expect(output.length).toBeGreaterThan(2)
    expect(output.every((leaf) => leaf.path.includes('.code.'))).toBe(true)
  })

  test('of what came back from an attached original: that it was put back', () => {
    const eps = documentOf('examples/refuted-brand-reaction', 'eps') as Tree
    const traced = tracer(kit, eps, { to: 'ki', now })
    const rows = traced.leavesAt('output').flatMap((leaf) => traced.ofOutput(leaf).steps.map((step) => step.row))
    expect(rows).toContain('container.restore')
  })

  test('of a place that is nowhere: nothing', () => {
    expect(trace(kit, ki, { to: 'r4', now, at: 'Condition[7].code' })).toMatchObject({ input: [], output: [] })
    expect(() => trace(kit, ki, { to: 'r4', now, at: 'a..b' })).toThrow()
  })

  test('of a document that has the form already: that nothing was done', () => {
    const { input, output } = trace(kit, ki, { to: 'ki', now, at: 'kritiskInformasjon.versjon' })
    for (const leaf of [...input, ...output])
      expect(leaf.steps.map((step) => step.row)).toEqual(['container.unchanged'])
  })

  test('no value of the record', () => {
    const text = JSON.stringify(trace(kit, ki, { to: 'eps', now, at: 'Bundle', side: 'output' }))
    const { pasient } = ki.root as { pasient: { identifikator: { verdi: string }; navn: { etternavn: string } } }
    expect(text).not.toContain(pasient.identifikator.verdi)
    expect(text).not.toContain(pasient.navn.etternavn)
  })
})

test('every name that the code around the tables puts into its books is described', () => {
  const folders = ['src/form', 'src/convert']
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  const names = texts.flatMap((text) =>
    [...text.matchAll(/'((?:container|eps|ki|kj|import|patient)\.[a-zA-Z][a-zA-Z.-]*)'/g)].map((match) => match[1]),
  )
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => stepNamed(name as string) === undefined)).toEqual([])
})
