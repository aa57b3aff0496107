import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The browser that the pages are tested in: Debian's Chromium, or the one that KRITINFO_CHROMIUM names.
 *
 * @throws Error that says how to install one, where there is none.
 */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable(),
    // Nothing that the browser does on its own account: only what the pages ask for is looked at.
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
    // The sandbox refuses to run as root, which containers are.
    chromiumSandbox: process.getuid?.() !== 0,
  })
}

function executable(): string {
  const named = process.env.KRITINFO_CHROMIUM
  const found = named === undefined ? usual.find((path) => existsSync(path)) : named
  if (found !== undefined && existsSync(found)) return found
  throw new Error(
    `there is no Chromium at ${named ?? usual.join(', ')}. Install it with "apt-get install chromium" (or .ci/chromium), or name one with KRITINFO_CHROMIUM=<path>.`,
  )
}
