import type { Issue } from '../../issue/issue.ts'

/** The texts that the engine is made with, by the names of their generated modules. */
export type EngineData = Readonly<Record<string, string>>

/** What the page asks of the engine: a service by its name, with plain data. */
export interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** What comes back: what the service gave, the issues of an input that is not in order, or a defect of the engine. */
export type Answer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly issues: readonly Issue[] }
  | { readonly id: number; readonly defect: string }
