import type { Path } from '../document/json.ts'
import type { Report } from './report.ts'

const tag = /<[A-Za-z]\w*(?:\s[^<>]*)?>/
const script = /javascript:/i
const running =
  /<(?:script|iframe|object|embed|form|svg|img|style|link|meta|base)[\s/>]|<[a-z][^<>]*\son[a-z]+\s*=|javascript:/i

/**
 * Looks for markup in a text that is no narrative and no markdown: harmless as data, dangerous where it is shown as HTML
 * unescaped (https://hl7.org/fhir/R4/security.html#narrative). NAR-040 for any tag, NAR-041 for one that runs code.
 * Linear: no part of a tag contains another's beginning.
 */
export function checkTextContent(text: string, path: Path, report: Report): void {
  if (!text.includes('<')) {
    if (text.includes(':') && script.test(text)) report(path, 'NAR-041', {})
  } else if (running.test(text)) report(path, 'NAR-041', {})
  else if (tag.test(text)) report(path, 'NAR-040', {})
}
