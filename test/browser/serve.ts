import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** A site that is served, and how to end that. */
export interface Served {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  close(): Promise<void>
}

/** `kritinfo browse`, as people start it. KRITINFO_CLI names another build of it than `dist/cli.js`. */
export async function serveSite(): Promise<Served> {
  const child = spawn(process.execPath, [resolve(process.env.KRITINFO_CLI ?? 'dist/cli.js'), 'browse', '--port', '0'])
  const ended = new Promise<void>((done) => child.on('close', () => done()))
  const origin = await new Promise<string>((done, fail) => {
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk
    })
    child.stdout.on('data', (chunk: Buffer) => done(new URL(chunk.toString().trim()).origin))
    child.on('close', () => fail(new Error(`kritinfo browse does not serve: ${stderr}`)))
  })
  return {
    origin,
    async close() {
      child.kill()
      await ended
    },
  }
}
