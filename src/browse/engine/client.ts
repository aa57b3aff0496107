import type { Issue } from '../../issue/issue.ts'
import { loadScript, workerOf } from './load.ts'
import type { Answer, EngineData, Question } from './protocol.ts'
import type { Services } from './services.ts'

/** What is wrong with an input, as the command line would say it. */
export class InputProblem extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super('the input is not in order')
  }
}

type Input<K extends keyof Services> = Parameters<Services[K]>[0]
type Output<K extends keyof Services> = ReturnType<Services[K]>

interface Waiting {
  resolve(output: never): void
  reject(problem: Error): void
}

/** A worker with the core in it. Questions are answered in their order. */
export class Engine {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Promise<Worker> | undefined
  #last = 0

  /** @throws InputProblem for an input that is not in order. */
  async ask<K extends keyof Services>(name: K, input: Input<K>): Promise<Output<K>> {
    this.#worker ??= this.#start()
    const started = this.#worker
    return await new Promise((resolve, reject) => {
      this.#last += 1
      const question: Question = { id: this.#last, name, input }
      this.#waiting.set(question.id, { resolve, reject })
      // Who stops the engine while it starts has taken the question back.
      started.then((worker) => this.#waiting.has(question.id) && worker.postMessage(question), reject)
    })
  }

  /** Ends the worker, and with it what it is at; the next question starts another one. */
  stop(): void {
    void this.#worker?.then((worker) => worker.terminate())
    this.#worker = undefined
    this.#fail('stopped')
  }

  async #start(): Promise<Worker> {
    await Promise.all(['engine.js', ...engineData.map((name) => `data/${name}.js`)].map(loadScript))
    const worker = workerOf(globalThis.kritinfoEngine, globalThis.kritinfoData)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#take(data)
    worker.onerror = () => this.#fail('worker')
    return worker
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('output' in answer) waiting?.resolve(answer.output as never)
    else if ('issues' in answer) waiting?.reject(new InputProblem(answer.issues))
    else waiting?.reject(new Error(`kritinfo has a defect: ${answer.defect}`))
  }

  #fail(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(why))
    this.#waiting.clear()
  }
}

/** What the engine is made with besides the tables, which the page has from its start. */
const engineData = ['definitions', 'evidence', 'fhir-model', 'registries', 'terminology']

declare global {
  /** The program of the engine, as the build writes it: a function whose text goes into a worker. */
  var kritinfoEngine: () => void
  var kritinfoData: EngineData
}
