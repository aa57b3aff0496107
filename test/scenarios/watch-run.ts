import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

/** A run of the built command line that goes on until it is interrupted. */
export class WatchedRun {
  readonly #child: ChildProcess
  #stdout = ''
  #stderr = ''
  #told: () => void = () => undefined
  readonly #end: Promise<number | null>

  constructor(args: readonly string[], cwd: string) {
    this.#child = spawn(process.execPath, [resolve('dist/cli.js'), ...args, '--watch'], { cwd })
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#stdout += chunk.toString()
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr += chunk.toString()
      this.#told()
    })
    this.#end = new Promise((done) => this.#child.on('close', done))
    onTestFinished(() => void this.#child.kill('SIGKILL'))
  }

  /** Waits until it waits, and gives what it has said since the last time. */
  async rested(): Promise<{ readonly stdout: string; readonly stderr: string }> {
    const isResting = () => this.#stderr.endsWith('Watching for changes; Ctrl-C ends.\n')
    if (!isResting()) {
      await new Promise<void>((done) => {
        this.#told = () => isResting() && done()
      })
    }
    // The two streams are two pipes: what was written first may arrive last.
    await new Promise((done) => setTimeout(done, 200))
    if (!isResting()) return this.rested()
    const said = { stdout: this.#stdout, stderr: this.#stderr.slice(0, this.#stderr.lastIndexOf('Watching')) }
    this.#stdout = ''
    this.#stderr = ''
    return said
  }

  /** True if it has something to say within so many milliseconds. */
  async stirs(patience: number): Promise<boolean> {
    await new Promise((done) => setTimeout(done, patience))
    return this.#stderr !== ''
  }

  /** Ends it as Ctrl-C does, and gives the exit code. */
  interrupt(): Promise<number | null> {
    this.#child.kill('SIGINT')
    return this.#end
  }

  /** The exit code and all that was said, of one that ends by itself. */
  async ended() {
    return { code: await this.#end, stderr: this.#stderr }
  }
}
