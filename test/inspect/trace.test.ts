import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  detectForm,
  type Form,
  forms,
  KritinfoError,
  readDocument,
  standardToolkit,
  type Tree,
} from '../../src/index.ts'
import { stepNamed } from '../../src/mapping/steps.ts'
import { trace, type TracedLeaf, tracer, type Tracing } from '../../src/trace.ts'

const kit = standardToolkit()
const now = '2026-01-01T00:00:00Z'
/** Every document among the examples: stories in all forms, and those of dialects; ledgers are none. */
const documents = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.includes('/') && /\.(?:json|xml)$/.test(name))
  .sort()
  .map((name) => ({ name, tree: treeAt(name) }))
  .filter(({ tree }) => detectForm(tree.root) !== undefined)

function treeAt(name: string): Tree {
  return readDocument(readFileSync(join('examples', name)))
}

/** The patient of a story is the one of its ki document, for forms that must name one; undefined where nobody does. */
function traced(name: string, tree: Tree, to: Form): Tracing | undefined {
  const file = join('examples', dirname(name), 'ki.json')
  const patients = existsSync(file) ? [readDocument(readFileSync(file)).root] : []
  for (const given of [{}, ...patients.map((patient) => ({ patient }))]) {
    try {
      return tracer(kit, tree, { to, now, ...given })
    } catch (problem) {
      if (!(problem instanceof KritinfoError) || problem.issues[0]?.code !== 'CNV-003') throw problem
    }
  }
  return undefined
}

/** What is wrong with an answer, if anything. */
function problemOf({ path, steps }: TracedLeaf): string[] {
  if (path === '' || steps.length === 0) return [`${path}: no answer`]
  return steps.filter((step) => step.kind === 'unknown' || step.note === '').map((step) => `${path}: ${step.row}`)
}

describe.each(documents)('$name', ({ name, tree }) => {
  const from = detectForm(tree.root)
  test.each(forms.filter((to) => to !== from))('→ %s: every leaf of output and input has an answer', (to) => {
    const trip = traced(name, tree, to)
    expect(trip?.leavesAt('output').flatMap((leaf) => problemOf(trip.ofOutput(leaf))) ?? []).toEqual([])
    expect(trip?.leavesAt('input').flatMap((leaf) => problemOf(trip.ofInput(leaf))) ?? []).toEqual([])
  })
})

/** Counterparts are leaves of the other document, and what the last rows on the way there read or wrote. */
function strayed(trip: Tracing, side: 'input' | 'output'): string[] {
  const places = new Set(
    (side === 'input' ? trip.leavesAt('output').map(trip.ofOutput) : trip.leavesAt('input').map(trip.ofInput)).map(
      (leaf) => leaf.path,
    ),
  )
  return trip.leavesAt(side).flatMap((leaf) => {
    const { path, steps, counterparts } = side === 'input' ? trip.ofInput(leaf) : trip.ofOutput(leaf)
    const told = steps.flatMap(({ reads, writes }) => (side === 'input' ? writes : reads))
    const isTold = (place: string) => told.some((one) => place === one || place.startsWith(one))
    // What the last hop passed on as it is, stands in no step of its own: the hub's places stand there then.
    const isLast = told.some((place) => /^(?:Bundle|kritiskInformasjon)\b/.test(place))
    return counterparts
      .filter((place) => !places.has(place) || (isLast && !isTold(place)))
      .map((place) => `${path} → ${place}`)
  })
}

describe('counterparts', () => {
  const few = documents.filter(({ name }) => /^(?:peanut|refuted|pacemaker|dialects)/.test(name))
  test.each(few)('$name: leaves of the other side that the steps lead to', ({ name, tree }) => {
    for (const to of forms) {
      const trip = traced(name, tree, to)
      if (trip === undefined) continue
      expect(strayed(trip, 'input')).toEqual([])
      expect(strayed(trip, 'output')).toEqual([])
    }
  })

  test('are found where a hop passed on what another wrote', () => {
    const ki = treeAt('peanut-allergy/ki.json')
    const at = 'kritiskInformasjon.registreringer[0].alvorlighetsgrad'
    for (const to of ['r4', 'kj', 'eps'] as const) {
      const [leaf] = trace(kit, ki, { to, now, at, side: 'input' }).input
      expect(leaf?.counterparts).toEqual([expect.stringMatching(/\.criticality$/)])
      const back = trace(kit, ki, { to, now, at: leaf?.counterparts[0] as string, side: 'output' }).output[0]
      expect(back?.counterparts).toContain(at)
    }
  })
})

describe('what a trace says', () => {
  const ki = treeAt('peanut-allergy/ki.json')
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
    const eps = treeAt('refuted-brand-reaction/eps.json')
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

test('a place whose name a ledger does not show is found by what it shows', () => {
  const tree = readDocument(
    '{"resourceType":"AllergyIntolerance","patient":{"display":"x"},"Kari Berg":{"Ola B":1},"Per Å":2,"code":{"text":"a"}}',
  )
  const places = (at: string) => trace(kit, tree, { to: 'r4', now, at, side: 'input' }).input.map((leaf) => leaf.path)
  expect(places('AllergyIntolerance.…')).toEqual(['AllergyIntolerance.….…'])
  expect(places('AllergyIntolerance.….…')).toEqual(['AllergyIntolerance.….…'])
  expect(places('AllergyIntolerance.…2')).toEqual(['AllergyIntolerance.…2'])
  expect(places('AllergyIntolerance.`Per Å`')).toEqual(['AllergyIntolerance.…2'])
})
