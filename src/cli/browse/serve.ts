import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { issue } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { reasonOf } from '../files.ts'
import { messageOf, Stop } from '../message.ts'
import { answer } from './answer.ts'
import { Packer } from './packed.ts'
import type { SiteFiles } from './site-files.ts'

/** A site that is served on this machine alone, until the program ends. */
export interface Serving {
  readonly server: Server
  /** `http://127.0.0.1:<port>/` */
  readonly address: string
}

/** @throws Stop (CLI-060) where nothing can be served on the port. */
export async function serve(files: SiteFiles, port: number): Promise<Serving> {
  const packer = new Packer(files)
  const server = createServer(({ method = '', url = '', headers }, response) => {
    const { port: own } = server.address() as AddressInfo
    const { status, headers: said, body } = answer({ method, url, headers }, packer, own)
    response.writeHead(status, said).end(method === 'HEAD' ? undefined : body)
  })
  await listening(server, port)
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (problem) => {
      const found = issue('CLI-060', {}, { port, reason: words(problem) })
      fail(new Stop(exit.usage, [messageOf(found, { file: 'kritinfo' })]))
    })
    server.listen(port, '127.0.0.1', done)
  })
}

function words(problem: unknown): string {
  const { code } = problem as NodeJS.ErrnoException
  return code === 'EADDRINUSE' ? 'another program has it' : reasonOf(problem)
}
