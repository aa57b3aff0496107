import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { pageStyleText } from '../generated/page-style.ts'
import { PageHead } from './components/page-head.tsx'
import { markup } from './markup.ts'

/**
 * The beginning of a page that is one file and needs nothing else: no script, no font, no picture, no network. It is
 * well-formed XML besides, and whoever writes it adds what `markup` draws and then `pageEnd`.
 */
export function pageStart(title: string, about: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policyOf(pageStyleText)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
${markup(<title>{title}</title>)}
<style>${pageStyleText}</style>
</head>
<body class="one-file">
${markup(<PageHead title={title} about={about} />)}
<main>
`
}

export const pageEnd = '</main>\n</body>\n</html>\n'

/** A page may use its own style and load and run nothing: https://www.w3.org/TR/CSP3/#grammardef-hash-source. */
function policyOf(style: string): string {
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
