import { describe, expect, test } from 'vitest'
import { withTerminology } from '../../src/terminology/terminology-of.ts'
import { answers, codeSystem, codes, terminologyWith, valueSet } from './resources.ts'

const letters = codeSystem('1', codes('a b c d'))

describe('what a value set includes', () => {
  test('a whole system', () => {
    const terminology = terminologyWith(letters, valueSet('v', [{ system: 'urn:s:1' }]))
    expect(answers(terminology, 'v', '1', 'a d q')).toEqual({ in: 'a d', out: 'q', unknown: '' })
  })

  test('listed codes decide without the system', () => {
    const terminology = terminologyWith(valueSet('v', [{ system: 'urn:s:absent', concept: codes('a b') }]))
    expect(answers(terminology, 'v', 'absent', 'a b c')).toEqual({ in: 'a b', out: 'c', unknown: '' })
  })

  test('a system that is not named is out, whether or not it is at hand', () => {
    const terminology = terminologyWith(letters, valueSet('v', [{ system: 'urn:s:absent' }]))
    expect(answers(terminology, 'v', '1', 'a').out).toBe('a')
    expect(answers(terminology, 'v', 'elsewhere', 'a').out).toBe('a')
    expect(answers(terminology, 'v', 'absent', 'a').unknown).toBe('a')
  })

  test('what is excluded is out, and what may be excluded is unknown', () => {
    const include = [{ system: 'urn:s:1' }]
    const listed = valueSet('listed', include, { exclude: [{ system: 'urn:s:1', concept: codes('a') }] })
    const imported = valueSet('imported', include, { exclude: [{ valueSet: ['urn:v:absent'] }] })
    const terminology = terminologyWith(letters, listed, imported)
    expect(answers(terminology, 'listed', '1', 'a b q')).toEqual({ in: 'b', out: 'a q', unknown: '' })
    expect(answers(terminology, 'imported', '1', 'a q')).toEqual({ in: '', out: 'q', unknown: 'a' })
  })

  test('imports of one include hold together; includes hold either way', () => {
    const ab = valueSet('ab', [{ system: 'urn:s:1', concept: codes('a b') }])
    const bc = valueSet('bc', [{ system: 'urn:s:1', concept: codes('b c') }])
    const both = valueSet('both', [{ valueSet: ['urn:v:ab', 'urn:v:bc'] }])
    const either = valueSet('either', [{ valueSet: ['urn:v:ab'] }, { valueSet: ['urn:v:bc'] }])
    const inSystem = valueSet('in-system', [{ system: 'urn:s:1', concept: codes('a d'), valueSet: ['urn:v:ab'] }])
    const terminology = terminologyWith(letters, ab, bc, both, either, inSystem)
    expect(answers(terminology, 'both', '1', 'a b c d').in).toBe('b')
    expect(answers(terminology, 'either', '1', 'a b c d').in).toBe('a b c')
    expect(answers(terminology, 'in-system', '1', 'a b c d').in).toBe('a')
  })

  test('an import that is not at hand leaves open what nothing else decides', () => {
    const set = valueSet('v', [{ valueSet: ['urn:v:absent'] }, { system: 'urn:s:1', concept: codes('a') }])
    expect(answers(terminologyWith(set), 'v', '1', 'a b')).toEqual({ in: 'a', out: '', unknown: 'b' })
  })

  test('value sets that import each other end', () => {
    const chain = valueSet('a', [{ valueSet: ['urn:v:b'] }, { system: 'urn:s:1', concept: codes('a') }])
    const back = valueSet('b', [{ valueSet: ['urn:v:a'] }])
    expect(answers(terminologyWith(chain, back), 'a', '1', 'a b')).toEqual({ in: 'a', out: '', unknown: 'b' })
  })

  test('a chain of imports of any length ends', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      valueSet(String(index), [{ valueSet: [`urn:v:${index + 1}`] }]),
    )
    expect(answers(terminologyWith(...chain), '0', '1', 'a').unknown).toBe('a')
  })

  test('a version of the system that is not at hand may have other codes', () => {
    const versioned = codeSystem('1', codes('a'), { version: '1' })
    const sets = ['1', '2'].map((version) => valueSet(version, [{ system: 'urn:s:1', version }]))
    const terminology = terminologyWith(versioned, ...sets)
    expect(answers(terminology, '1', '1', 'a q')).toEqual({ in: 'a', out: 'q', unknown: '' })
    expect(answers(terminology, '2', '1', 'a q')).toEqual({ in: 'a', out: '', unknown: 'q' })
  })

  test('a value set without content says nothing', () => {
    const terminology = terminologyWith({ resourceType: 'ValueSet', url: 'urn:v:v' })
    expect(answers(terminology, 'v', '1', 'a').unknown).toBe('a')
    expect(terminology.knows('urn:v:v')).toBe(true)
    expect(terminology.knows('urn:v:w')).toBe(false)
    expect(terminology.member('urn:v:w', { code: 'a' })).toBe('unknown')
  })

  test('an expansion stands in for a definition; cut short, it excludes nothing', () => {
    const contains = [{ system: 'urn:s:1', code: 'a', contains: [{ system: 'urn:s:1', code: 'b' }] }]
    const whole = { resourceType: 'ValueSet', url: 'urn:v:whole', expansion: { total: 2, contains } }
    const part = { resourceType: 'ValueSet', url: 'urn:v:part', expansion: { total: 20, contains } }
    const terminology = terminologyWith(whole, part)
    expect(answers(terminology, 'whole', '1', 'a b c')).toEqual({ in: 'a b', out: 'c', unknown: '' })
    expect(answers(terminology, 'part', '1', 'a b c')).toEqual({ in: 'a b', out: '', unknown: 'c' })
  })
})

describe('a code without a system', () => {
  test('is in if any system of the set has it', () => {
    const set = valueSet('v', [{ system: 'urn:s:1' }, { system: 'urn:s:2', concept: codes('x') }])
    const terminology = terminologyWith(letters, set)
    expect(['a', 'x', 'q'].map((code) => terminology.member('urn:v:v', { code }))).toEqual(['in', 'in', 'out'])
  })

  test('is unknown if a system that is not at hand may have it', () => {
    const terminology = terminologyWith(letters, valueSet('v', [{ system: 'urn:s:1' }, { system: 'urn:s:absent' }]))
    expect(['a', 'q'].map((code) => terminology.member('urn:v:v', { code }))).toEqual(['in', 'unknown'])
  })

  test('goes by the exclude of the same system', () => {
    const exclude = [{ system: 'urn:s:1', concept: codes('a') }]
    const terminology = terminologyWith(letters, valueSet('v', [{ system: 'urn:s:1' }], { exclude }))
    expect(terminology.member('urn:v:v', { code: 'a' })).toBe('out')
  })
})

describe('names and versions', () => {
  const versioned = (version: string, text: string) => ({
    ...valueSet('v', [{ system: 'urn:s:1', concept: codes(text) }]),
    version,
  })

  test('a version that is not at hand may have other codes', () => {
    const terminology = terminologyWith(versioned('1', 'a'))
    const member = (version: string, code: string) =>
      terminology.member(`urn:v:v|${version}`, { system: 'urn:s:1', code })
    expect([member('1', 'a'), member('1', 'b'), member('2', 'a'), member('2', 'b')]).toEqual([
      'in',
      'out',
      'in',
      'unknown',
    ])
  })

  test('a package laid over another counts first, and leaves other versions as they are', () => {
    const terminology = withTerminology(terminologyWith(letters, versioned('1', 'a')), [versioned('2', 'b')])
    const member = (name: string, code: string) => terminology.member(name, { system: 'urn:s:1', code })
    expect([member('urn:v:v', 'a'), member('urn:v:v', 'b')]).toEqual(['out', 'in'])
    expect([member('urn:v:v|1', 'a'), member('urn:v:v|1', 'b')]).toEqual(['in', 'out'])
    expect(terminology.code('urn:s:1', 'a')).toBe('in')
  })

  test('a system laid over another counts first, unless it leaves codes out that the other has', () => {
    const over = (content: string) =>
      withTerminology(terminologyWith(letters), [codeSystem('1', codes('x'), { content })])
    expect([over('complete').code('urn:s:1', 'a'), over('complete').code('urn:s:1', 'x')]).toEqual(['out', 'in'])
    expect([over('fragment').code('urn:s:1', 'a'), over('fragment').code('urn:s:1', 'x')]).toEqual(['in', 'out'])
  })
})

describe('a coding that names a version', () => {
  const system = codeSystem('1', codes('a'), { version: '2' })
  const terminology = terminologyWith(system, valueSet('v', [{ system: 'urn:s:1' }]), valueSet('w', []))
  const member = (set: string, version: string, code: string) =>
    terminology.member(`urn:v:${set}`, { system: 'urn:s:1', version, code })

  test('is taken at its word where the version is not at hand', () => {
    expect([member('v', '2', 'a'), member('v', '2', 'q')]).toEqual(['in', 'out'])
    expect([member('v', '1', 'a'), member('v', '1', 'q')]).toEqual(['in', 'unknown'])
    expect(member('w', '1', 'a')).toBe('out')
  })

  test('can be held against the versions that are known', () => {
    expect(terminology.versions('urn:s:1')).toEqual(['2'])
    expect(terminology.versions('urn:s:absent')).toBeUndefined()
  })
})

describe('a code system', () => {
  test('that is complete, is a fragment, is absent', () => {
    const terminology = terminologyWith(letters, codeSystem('2', codes('a'), { content: 'fragment' }))
    expect(['a', 'q'].map((code) => terminology.code('urn:s:1', code))).toEqual(['in', 'out'])
    expect(['a', 'q'].map((code) => terminology.code('urn:s:2', code))).toEqual(['in', 'unknown'])
    expect(terminology.code('urn:s:absent', 'a')).toBe('unknown')
  })

  test('says whether case matters', () => {
    const system = (caseSensitive: boolean | null) => terminologyWith(codeSystem('1', codes('Ab'), { caseSensitive }))
    expect(system(true).code('urn:s:1', 'aB')).toBe('out')
    expect(system(false).code('urn:s:1', 'aB')).toBe('in')
    expect(system(null).code('urn:s:1', 'aB')).toBe('unknown')
    expect(system(null).code('urn:s:1', 'q')).toBe('out')
  })

  test('gives the names of a code', () => {
    const designation = [{ language: 'nb', value: 'Øre' }, { language: 'da' }]
    const terminology = terminologyWith(codeSystem('1', [{ code: 'a', display: 'Ear', designation }, { code: 'b' }]))
    expect(terminology.displays('urn:s:1', 'a')).toEqual(['Ear', 'Øre'])
    expect(terminology.displays('urn:s:1', 'b')).toEqual([])
    expect(terminology.displays('urn:s:1', 'c')).toBeUndefined()
    expect(terminology.displays('urn:s:absent', 'a')).toBeUndefined()
  })

  test('keys of prototypes are codes and names like others', () => {
    const terminology = terminologyWith(codeSystem('1', codes('__proto__ constructor')), letters)
    expect(terminology.code('constructor', 'a')).toBe('unknown')
    expect(terminology.member('__proto__', { system: '__proto__', code: 'toString' })).toBe('unknown')
    expect(terminology.code('urn:s:1', 'toString')).toBe('out')
  })
})
