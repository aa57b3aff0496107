/** What makes a finding the same one tomorrow: the document, the code, the place and the rule. Lines move; values never count. */
export function fingerprintOf(input: string, { code, path, element = '' }: Identity): string {
  return JSON.stringify([input.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''), code, path, element])
}

interface Identity {
  readonly code: string
  readonly path: string
  readonly element?: string | undefined
}
