import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'
import { resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { run, workplace } from './run.ts'

const place = workplace()
const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Starts `kritinfo browse`, and waits for the address that it prints. */
async function browse(...args: string[]) {
  const child = spawn(process.execPath, [resolve('dist/cli.js'), 'browse', '--port', '0', ...args])
  started.push(child)
  const said = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk
      if (said.stdout.includes('\n')) done()
    })
    child.on('close', () => fail(new Error(said.stderr)))
  })
  return { child, said, ended, port: Number(/:(\d+)\//.exec(said.stdout)?.[1]) }
}

/** One request as it is written, whatever a browser would make of it. */
function ask(port: number, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number | undefined; body: string }>((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk
      })
      response.on('end', () => done({ status: response.statusCode, body }))
    })
    asked.on('error', fail).end()
  })
}

describe('served', () => {
  test('the address is the one line of standard output, and the site is there', async () => {
    const { said, port } = await browse()
    expect(said.stdout).toBe(`http://127.0.0.1:${port}/\n`)
    await expect.poll(() => said.stderr).toBe('Serving the site to this machine alone; Ctrl-C ends.\n')
    const { status, body } = await ask(port, '/')
    expect([status, body.slice(0, 15)]).toEqual([200, '<!DOCTYPE html>'])
    expect((await ask(port, '/', { method: 'HEAD' })).body).toBe('')
  })

  test('in a language', async () => {
    const { said, port } = await browse('--lang', 'nb')
    expect(said.stdout).toBe(`http://127.0.0.1:${port}/#/?lang=nb\n`)
  })

  test.each([
    [{ path: '/../../package.json' }, 404],
    [{ path: '/%2e%2e/%2e%2e/package.json' }, 404],
    [{ path: '/', method: 'POST' }, 405],
    [{ path: '/', headers: { host: 'kritinfo.example' } }, 403],
  ])('%j is answered with %d', async ({ path, ...options }, status) => {
    const { port } = await browse()
    expect((await ask(port, path, options)).status).toBe(status)
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %d', async (signal, code) => {
    const { child, ended, port } = await browse()
    await ask(port, '/')
    child.kill(signal)
    expect(await ended).toBe(code)
  })

  test('a port that another program has', async () => {
    const { port } = await browse()
    const { code, stdout, stderr } = await run(['browse', '--port', String(port)])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      `kritinfo: error CLI-060 The site cannot be served on port ${port}: another program has it. Give another one with --port, or --port 0 for any that is free.\n`,
    )
  })

  test('a user’s tables are what it shows', async () => {
    const { port } = await browse('--mappings', resolve('examples/overlay'))
    const { body } = await ask(port, '/data/mappings.js')
    expect(body).toContain('kritinfoData ??= {})["overlay"]')
  })
})

describe('written', () => {
  test('to a folder: what was written and how large it is, and what to do with it', async () => {
    const out = place.path('site')
    const { code, stdout, stderr } = await run(['browse', '--out', out, '--lang', 'en'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^.*site\/data\/definitions\.js +\d+\.\d kB$/m)
    expect(stderr).toMatch(/^\d+ files, \d+\.\d kB\. Open .*site\/index\.html#\/\?lang=en in a browser/)
    expect(place.read('site/index.html')).toContain('Content-Security-Policy')
    expect((await run(['browse', '--out', out])).code).toBe(0)
  })

  test.each<[string, string[], string]>([
    ['a folder with something in it', ['--out', place.folder], 'CLI-061'],
    ['a file', ['--out', place.write('file.txt', '')], 'CLI-006'],
    ['below a file', ['--out', `${place.write('file.txt', '')}/site`], 'CLI-006'],
    ['and served', ['--out', place.path('other'), '--port', '0'], 'CLI-001'],
    ['no port', ['--port', 'x'], 'CLI-001'],
    ['no port either', ['--port', '70000'], 'CLI-001'],
    ['tables that are not there', ['--mappings', place.path('none')], 'CLI-007'],
  ])('%s is refused', async (_name, args, code) => {
    const ended = await run(['browse', ...args])
    expect([ended.code, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toContain(`error ${code} `)
  })
})
