import { type Json, wordOf } from '../document/json.ts'
import type { Codec } from './codec.ts'
import { given } from './given.ts'

/** `names`: as `given`, where the left side has one text for all first names and one for all middle names. */
export const namesCodec: Codec = {
  name: 'names',
  forward: ([first, middle], place) => given.forward([listOf(first), listOf(middle)], place),
  backward(values, place) {
    const lists = given.backward(values, place)
    return lists === undefined ? undefined : [textOf(lists[0]), textOf(lists[1])]
  },
}

function listOf(text: Json | undefined): Json | undefined {
  return text === undefined ? undefined : [text]
}

function textOf(list: Json | undefined): Json | undefined {
  return Array.isArray(list) ? list.map(wordOf).join(' ') : undefined
}
