import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExpression } from '../../src/fhirpath/parser.ts'
import { type Expression, ExpressionError } from '../../src/fhirpath/syntax.ts'

/** An expression with a bracket around every operation, to see what binds tighter. */
function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.unit === undefined ? expression.text : `${expression.text}'${expression.unit}'`
    case 'none':
      return '{}'
    case 'this':
    case 'index':
    case 'total':
      return `$${expression.kind}`
    case 'variable':
      return `%${expression.name}`
    case 'member':
      return expression.on === undefined ? expression.name : `${print(expression.on)}.${expression.name}`
    case 'call': {
      const call = `${expression.name}(${expression.parameters.map(print).join(', ')})`
      return expression.on === undefined ? call : `${print(expression.on)}.${call}`
    }
    case 'indexer':
      return `${print(expression.on)}[${print(expression.index)}]`
    case 'sign':
      return `(${expression.operator}${print(expression.operand)})`
    case 'binary':
      return `(${print(expression.left)} ${expression.operator} ${print(expression.right)})`
    case 'type':
      return `(${expression.on === undefined ? '$this' : print(expression.on)} ${expression.operator} ${expression.type})`
  }
}

describe('precedence (https://hl7.org/fhirpath/N1/#operator-precedence)', () => {
  test.each([
    ['a or b and c', '(a or (b and c))'],
    ['a implies b or c', '(a implies (b or c))'],
    ['a and b = c', '(a and (b = c))'],
    ['a = b | c', '(a = (b | c))'],
    ['a < b = c', '((a < b) = c)'],
    ['a in b and c', '((a in b) and c)'],
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a & b & c', '((a & b) & c)'],
    ['a div b mod c', '((a div b) mod c)'],
    ['-a.b', '(-a.b)'],
    ['- -1', '(-(-1))'],
    ['a is b and c', '((a is b) and c)'],
    ['a as FHIR.b', '(a as FHIR.b)'],
    ['a.is(b)', '(a is b)'],
    ['as(b)', '($this as b)'],
    ["a.ofType(System.String) = 'x'", '((a ofType System.String) = x)'],
    ['(a or b) and c', '((a or b) and c)'],
    ['a[0].b[1 + 2]', 'a[0].b[(1 + 2)]'],
    ['$this.a($index, $total)', '$this.a($index, $total)'],
    ['contains.contains(as)', 'contains.contains(as)'],
    ['{}.empty()', '{}.empty()'],
    ["4 'mg' > 1 day", "(4'mg' > 1'day')"],
    ['%resource.a = %`vs-x y`', '(%resource.a = %vs-x y)'],
    ['`div`.`a b`', 'div.a b'],
    ['a // note\n /* more */ and b', '(a and b)'],
  ])('%s', (text, printed) => {
    expect(print(parseExpression(text))).toBe(printed)
  })
})

describe('literals (https://hl7.org/fhirpath/N1/#literals)', () => {
  test.each([
    ["'a\\'b\\\\c\\u00e6\\n'", 'String', "a'b\\cæ\n"],
    ['true', 'Boolean', 'true'],
    ['12', 'Integer', '12'],
    ['1.50', 'Decimal', '1.50'],
    ['@2012-01', 'Date', '2012-01'],
    ['@2012T', 'DateTime', '2012T'],
    ['@2012-01-02T03:04:05.6+01:00', 'DateTime', '2012-01-02T03:04:05.6+01:00'],
    ['@T03:04', 'Time', '03:04'],
  ])('%s', (text, type, value) => {
    expect(parseExpression(text)).toEqual({ kind: 'literal', type, text: value })
  })
})

describe('what is no expression is said with its place', () => {
  test.each([
    ['', 0],
    ['a b', 2],
    ['a.', 2],
    ['a +', 3],
    ['(a', 2],
    ['a[1', 3],
    ['f(a,', 4],
    ["'a", 0],
    ["'\\q'", 0],
    ['a is', 4],
    ['a ? b', 2],
    ['{a}', 1],
    [`${'('.repeat(100)}a`, 64],
    [`${'-'.repeat(100)}a`, 64],
    [`a${' '.repeat(20_000)}`, 20_000],
  ])('%s', (text, offset) => {
    const parse = () => parseExpression(text)
    expect(parse).toThrow(ExpressionError)
    expect(parse).toThrow(expect.objectContaining({ offset }))
  })

  test('and nothing else is thrown for any text', () => {
    const words = fc.constantFrom(...`a . ( ) [ ] 'x' 1 @2012 and is as + - | = { } , % $this \` ' \\ in`.split(' '))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        try {
          parseExpression(list.join(' '))
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError)
        }
      }),
    )
  })
})
