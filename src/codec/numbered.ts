import type { Codec } from './codec.ts'

/**
 * `numbered(system)`: a bare number on the left, the pair of system and number on the right. A number of another
 * system is another number: it does not cross as this one.
 */
export function numberedCodec(system: string): Codec {
  return {
    name: `numbered(${system})`,
    forward: ([number]) => (number === undefined ? undefined : [system, number]),
    backward: ([found, number]) => (number === undefined || found !== system ? undefined : [number]),
  }
}
