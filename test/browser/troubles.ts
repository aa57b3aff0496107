import type { BrowserContext, Page } from 'playwright-core'

/** What goes wrong in the pages of a context, as it happens, a line for each. */
export function troublesOf(context: BrowserContext): string[] {
  const found: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`)
  })
  context.on('weberror', (problem) => found.push(`error: ${problem.error().message}`))
  context.on('request', (request) => {
    if (!isLocal(request.url())) found.push(`asks ${request.url()}`)
  })
  context.on('requestfailed', (request) => found.push(`fails: ${request.url()}`))
  context.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`)
  })
  context.on('page', (page: Page) => page.on('websocket', (socket) => found.push(`asks ${socket.url()}`)))
  return found
}

/** The browser tells violations of the policy on its console too, but not of what a worker does. */
export async function tellViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      reportError(new Error(`policy: ${violatedDirective} ${blockedURI}`)),
    )
  })
}

/** Loopback, and what has no address in a network: files, and texts that the page made itself. */
function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  if (['blob:', 'data:', 'file:', 'about:'].includes(protocol)) return true
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}
