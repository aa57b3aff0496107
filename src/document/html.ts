import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Text as it may stand in HTML and in XML: control characters have no place in XML, and quotes end attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A page that may use its own style and load and run nothing: https://www.w3.org/TR/CSP3/#grammardef-hash-source. */
export function policyOf(style: string): string {
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

/**
 * The beginning of a page that needs nothing else: no script, no font, no picture, no network. It is well-formed XML besides,
 * and ends where the first heading has ended.
 */
export function htmlHead(title: string, style: string): string {
  return `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policyOf(style)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
`
}
