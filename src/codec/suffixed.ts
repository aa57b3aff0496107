import type { Json } from '../document/json.ts'
import type { Codec } from './codec.ts'

/**
 * `suffixed(label, system)`: on the left a name that ends with its number, `Ola Test, HPR: 1234567`, or is nothing but the
 * number, beside the identifier; on the right the name alone and the identifier, which is made of the number if there was none.
 * A number that is not the identifier's stays in the name: which of the two is right cannot be known here.
 * https://github.com/leakingmemory/libsfmbasisapi (responses of SFM's test environment)
 */
export function suffixedCodec(label: string, system: string): Codec {
  const suffix = new RegExp(`^(?:(.+), )?${label}: (\\d+)$`, 's')
  return {
    name: `suffixed(${label}, ${system})`,
    forward([text, found, number]) {
      const match = typeof text === 'string' ? suffix.exec(text) : null
      const isOther = number === undefined ? found !== undefined : number !== match?.[2] || found !== system
      if (match === null || isOther) return stated(text, found, number)
      return [match[1], system, match[2]]
    },
    backward([text, found, number]) {
      if (found !== system || typeof number !== 'string' || !/^\d+$/.test(number)) return stated(text, found, number)
      const name = typeof text === 'string' ? `${text}, ` : ''
      return [`${name}${label}: ${number}`, found, number]
    },
  }
}

function stated(...values: (Json | undefined)[]): (Json | undefined)[] | undefined {
  return values.every((value) => value === undefined) ? undefined : values
}
