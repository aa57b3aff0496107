import { isObject, type Json } from '../document/json.ts'
import type { CodeTable } from '../terminology/code-table.ts'
import type { Codec } from './codec.ts'

/**
 * `category(words, byAllergen, drugs)`: the kind of an allergy record.
 *
 * Left: `type`, `kategori`, and for reading only the codes of the agent. Right: the list `category`, and for reading
 * only `code.coding`. NHN tells a drug reaction from any other allergy by `category = medication`; other allergies are
 * "typically environment" there, even food. So a record without a category word of its own gets the one that its
 * allergen code implies (`byAllergen`, else environment), and a word stands on the left only where it says something
 * else. A foreign record without category is a drug reaction if it is coded in a drug system (`drugs`).
 */
export function categoryCodec(words: CodeTable, byAllergen: CodeTable, drugs: CodeTable): Codec {
  const implied = (codings: Json | undefined, code: 'code' | 'kode'): string => {
    const row = codesOf(codings, code)
      .map(({ value }) => byAllergen.rows.find((one) => one.left === value))
      .find((one) => one !== undefined)
    return row?.right ?? 'environment'
  }
  return {
    name: `category(${words.id}, ${byAllergen.id}, ${drugs.id})`,
    forward([type, word, codes]) {
      if (type === 'legemiddelreaksjon') return [['medication']]
      const said = word === undefined ? undefined : words.rows.find((one) => one.left === word)?.right
      return type === 'annenAllergi'
        ? [[said ?? implied(allergens(codes, byAllergen.leftSystem, 'system'), 'kode')]]
        : undefined
    },
    backward([list, codes]) {
      const category = Array.isArray(list) ? list : []
      if (category.includes('medication')) return ['legemiddelreaksjon', undefined]
      if (category.length === 0 && codesOf(codes, 'code').some(({ system }) => isDrug(system, drugs)))
        return ['legemiddelreaksjon', undefined]
      const first = category[0]
      if (first === undefined || first === implied(allergens(codes, byAllergen.rightSystem, 'system'), 'code'))
        return ['annenAllergi', undefined]
      return ['annenAllergi', words.rows.find((one) => one.right === first)?.left]
    },
  }
}

interface Coded {
  readonly system: Json | undefined
  readonly value: Json | undefined
}

function codesOf(list: Json | undefined, code: string): Coded[] {
  return Array.isArray(list) ? list.filter(isObject).map((one) => ({ system: one.system, value: one[code] })) : []
}

function allergens(list: Json | undefined, system: string, key: string): Json {
  return Array.isArray(list) ? list.filter((one) => isObject(one) && one[key] === system) : []
}

function isDrug(system: Json | undefined, drugs: CodeTable): boolean {
  return drugs.rows.some((one) => one.left === system || one.right === system)
}
