import { gunzipSync, inflateRawSync } from 'node:zlib'
import type { Inflater } from '../archive/limits.ts'

/** Unpacks by Node's own means, which stop at a bound. */
export const nodeInflater: Inflater = {
  gunzip(packed, limit) {
    try {
      return gunzipSync(packed, { maxOutputLength: limit })
    } catch (problem) {
      const code = codeOf(problem)
      if (code === 'ERR_BUFFER_TOO_LARGE') return 'too large'
      if (code.startsWith('Z_')) return 'damaged'
      throw problem
    }
  },
  inflate(packed, size) {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
    } catch (problem) {
      const code = codeOf(problem)
      if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return undefined
      throw problem
    }
  },
}

function codeOf(problem: unknown): string {
  return problem instanceof Error ? ((problem as NodeJS.ErrnoException).code ?? '') : ''
}
