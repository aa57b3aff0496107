import type { Issue } from '../../issue/issue.ts'
import type { Origin } from '../message.ts'

/** How far a run has come: everything before this place has been read. */
export interface Position {
  /** Index of the input. */
  readonly input: number
  /** Bytes of it, unpacked, that were read; 0 unless it is a file of lines. */
  readonly byte: number
  /** Number of the line that begins there, from 1. */
  readonly line: number
}

export const beginning: Position = { input: 0, byte: 0, line: 1 }

/** What a batch holds: files still to be read, whole lines of one file, a document that was read, or why there is none. */
export type Load =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'lines'; readonly file: string; readonly line: number; readonly bytes: Uint8Array }
  | { readonly kind: 'document'; readonly origin: Origin; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly origin: Origin; readonly issue: Issue }

/**
 * Documents that are worked on together. Plain data, for workers. Where one batch ends and the next begins depends on the
 * inputs alone, so that a run that is continued makes the same ones.
 */
export interface Batch {
  readonly load: Load
  readonly end: Position
  /** Bytes on disk that were read for it, for the progress of the whole. */
  readonly cost: number
}
