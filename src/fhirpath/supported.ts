import { collections } from './collections.ts'
import { isVariable } from './constants.ts'
import { isLogical } from './logic.ts'
import { makers } from './makers.ts'
import { isOperator } from './operators.ts'
import { predicates } from './predicates.ts'
import type { Call, Expression } from './syntax.ts'
import { walks } from './walks.ts'

/** Every function that is compiled, by name. */
const functions = { ...walks, ...collections, ...makers, ...predicates }

/** Whether an expression can be compiled here: its functions, variables and operators are all known. */
export function isSupported(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'none':
    case 'this':
      return true
    case 'index':
    case 'total':
      return false
    case 'variable':
      return isVariable(expression.name)
    case 'member':
    case 'type':
      return expression.on === undefined || isSupported(expression.on)
    case 'call':
      return isSupportedCall(expression)
    case 'indexer':
      return isSupported(expression.on) && isSupported(expression.index)
    case 'sign':
      return isSupported(expression.operand)
    case 'binary':
      return isSupportedOperator(expression.operator) && isSupported(expression.left) && isSupported(expression.right)
  }
}

function isSupportedOperator(operator: string): boolean {
  return isLogical(operator) || isOperator(operator)
}

function isSupportedCall({ name, on, parameters }: Call): boolean {
  const known = Object.hasOwn(functions, name) ? functions[name as keyof typeof functions] : undefined
  if (known === undefined || parameters.length < known.least || parameters.length > known.most) return false
  // The url of extension() is read beside each extension, where the `$this` of the call is out of reach.
  if (name === 'extension' && parameters.some(({ kind }) => kind !== 'literal' && kind !== 'variable')) return false
  return (on === undefined || isSupported(on)) && parameters.every(isSupported)
}
