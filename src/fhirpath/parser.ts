import { type Token, tokensOf } from './lexer.ts'
import { type Expression, ExpressionError, type Literal } from './syntax.ts'

/** Binary operators from the loosest to the tightest (https://hl7.org/fhirpath/N1/#operator-precedence). */
const levels: readonly (readonly string[])[] = [
  ['implies'],
  ['or', 'xor'],
  ['and'],
  ['in', 'contains'],
  ['=', '~', '!=', '!~'],
  ['<=', '<', '>', '>='],
  ['|'],
  ['is', 'as'],
  ['+', '-', '&'],
  ['*', '/', 'div', 'mod'],
]

/** Deeper than any expression in use; keeps the parser and whoever walks its result from running out of stack. */
const deepest = 64

const units = /^(?:year|month|week|day|hour|minute|second|millisecond)s?$/

/** Parses all of FHIRPath N1 (https://hl7.org/fhirpath/N1/grammar.html). Throws `ExpressionError`. */
export function parseExpression(text: string): Expression {
  return new Parser(tokensOf(text)).all()
}

class Parser {
  private at = 0
  private depth = 0

  constructor(private readonly tokens: readonly Token[]) {}

  all(): Expression {
    const expression = this.expression()
    if (this.token.kind !== 'end') throw this.problem('an operator was expected')
    return expression
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', offset: 0 }
  }

  private problem(text: string): ExpressionError {
    return new ExpressionError(text, this.token.offset)
  }

  private expression(): Expression {
    this.depth += 1
    if (this.depth > deepest) throw this.problem(`more than ${deepest} levels`)
    const expression = this.binary(0)
    this.depth -= 1
    return expression
  }

  private binary(level: number): Expression {
    const operators = levels[level]
    if (operators === undefined) return this.signed()
    let left = this.binary(level + 1)
    for (let operator = this.operator(operators); operator !== undefined; operator = this.operator(operators)) {
      left =
        operator === 'is' || operator === 'as'
          ? { kind: 'type', operator, on: left, type: this.typeName() }
          : { kind: 'binary', operator, left, right: this.binary(level + 1) }
    }
    return left
  }

  private operator(operators: readonly string[]): string | undefined {
    const { kind, text } = this.token
    if ((kind !== 'symbol' && kind !== 'name') || !operators.includes(text)) return undefined
    this.at += 1
    return text
  }

  private signed(): Expression {
    const operator = this.operator(['+', '-'])
    if (operator === undefined) return this.chain()
    this.depth += 1
    if (this.depth > deepest) throw this.problem(`more than ${deepest} levels`)
    const operand = this.signed()
    this.depth -= 1
    return { kind: 'sign', operator: operator === '-' ? '-' : '+', operand }
  }

  private chain(): Expression {
    let on = this.term()
    for (;;) {
      if (this.take('.')) on = this.invocation(on)
      else if (this.take('[')) on = { kind: 'indexer', on, index: this.closed(']') }
      else return on
    }
  }

  private take(symbol: string): boolean {
    const found = this.token.kind === 'symbol' && this.token.text === symbol
    if (found) this.at += 1
    return found
  }

  private closed(symbol: string): Expression {
    const expression = this.expression()
    if (!this.take(symbol)) throw this.problem(`${symbol} was expected`)
    return expression
  }

  private term(): Expression {
    if (this.take('(')) return this.closed(')')
    if (this.take('{')) return this.nothing()
    const { kind, text } = this.token
    if (kind === 'name' && (text === 'true' || text === 'false')) return this.literal('Boolean')
    if (kind === 'string') return this.literal('String')
    if (kind === 'number') return this.number()
    if (kind === 'date') return this.literal('Date')
    if (kind === 'dateTime') return this.literal('DateTime')
    if (kind === 'time') return this.literal('Time')
    if (kind === 'variable') return this.advance({ kind: 'variable', name: text })
    return this.invocation(undefined)
  }

  private nothing(): Expression {
    if (!this.take('}')) throw this.problem('} was expected')
    return { kind: 'none' }
  }

  private advance<T>(result: T): T {
    this.at += 1
    return result
  }

  private literal(type: Literal['type']): Literal {
    return this.advance({ kind: 'literal', type, text: this.token.text })
  }

  private number(): Literal {
    const { text } = this.advance(this.token)
    const { kind, text: unit } = this.token
    if (kind === 'string' || (kind === 'name' && units.test(unit))) {
      return this.advance({ kind: 'literal', type: 'Quantity', text, unit })
    }
    return { kind: 'literal', type: text.includes('.') ? 'Decimal' : 'Integer', text }
  }

  private invocation(on: Expression | undefined): Expression {
    const { kind, text } = this.token
    if (kind !== 'name' && kind !== 'delimited') throw this.problem('a name was expected')
    this.at += 1
    if (kind === 'name' && text.startsWith('$')) return { kind: text.slice(1) as 'this' | 'index' | 'total' }
    if (!this.take('(')) return { kind: 'member', on, name: text }
    if (text === 'is' || text === 'as' || text === 'ofType') return this.typeCall(on, text)
    return { kind: 'call', on, name: text, parameters: this.parameters() }
  }

  private typeCall(on: Expression | undefined, operator: 'is' | 'as' | 'ofType'): Expression {
    const type = this.typeName()
    if (!this.take(')')) throw this.problem(') was expected')
    return { kind: 'type', operator, on, type }
  }

  private parameters(): Expression[] {
    if (this.take(')')) return []
    const parameters = [this.expression()]
    while (this.take(',')) parameters.push(this.expression())
    if (!this.take(')')) throw this.problem(') was expected')
    return parameters
  }

  private typeName(): string {
    const first = this.word()
    return this.take('.') ? `${first}.${this.word()}` : first
  }

  private word(): string {
    const { kind, text } = this.token
    if (kind !== 'name' && kind !== 'delimited') throw this.problem('the name of a type was expected')
    return this.advance(text)
  }
}
