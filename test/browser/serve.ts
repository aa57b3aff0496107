import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** A site that is served, and how to end that. */
export interface Served {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** Serves a folder with the site in it: KRITINFO_SITE, or what the build made. */
export async function serveSite(): Promise<Served> {
  const folder = process.env.KRITINFO_SITE ?? 'dist/browse'
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    if (path === '/favicon.ico') return void response.writeHead(204).end()
    const name = path === '/' ? 'index.html' : path.slice(1)
    if (!existsSync(join(folder, name))) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
    response.end(readFileSync(join(folder, name)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
