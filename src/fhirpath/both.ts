import type { Compiler, FunctionForm } from './compiler.ts'
import type { Element, World } from './element.ts'
import type { Json } from '../document/json.ts'
import type { Call } from './syntax.ts'
import { parameter } from './walks.ts'

/** A function of a collection and of the value of its one parameter, which is asked of `$this`. */
export function ofBoth<Result>(
  work: (elements: readonly Element[], others: readonly Element[]) => Result,
): FunctionForm<(value: Json | undefined, companion: Json | undefined, world: World) => Result> {
  return {
    least: 1,
    most: 1,
    make: (call: Call, type: string, compiler: Compiler) => {
      const items = compiler.items(compiler.on(call), type)
      const others = compiler.items(parameter(call, 0), type)
      return (value, companion, world) => work(items(value, companion, world), others(value, companion, world))
    },
  }
}
