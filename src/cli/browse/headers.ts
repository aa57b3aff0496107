import policy from '../../page/policy.json' with { type: 'json' }

/**
 * What every answer says. The policy is that of the page itself, and nobody may show the site in a frame, which only a
 * header can say (https://www.w3.org/TR/CSP3/#meta-element). What else a page may do in a browser is denied it.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [...policy, "frame-ancestors 'none'"].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

export function typeOf(name: string): string {
  const end = name.slice(name.lastIndexOf('.') + 1)
  return types[end] ?? 'application/octet-stream'
}
