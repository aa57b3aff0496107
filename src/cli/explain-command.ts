import { suggest } from '../document/suggest.ts'
import { catalogue, type IssueCode } from '../issue/catalogue.ts'
import { explanationOf } from '../issue/explanations.ts'
import type { Explanation } from '../issue/explanations/explanation.ts'
import { type ExitCode, exit } from './exit.ts'
import { usage } from './message.ts'

/** `kritinfo explain`: one code in full, or a list of all. */
export async function explainCommand(given: string | undefined): Promise<ExitCode> {
  process.stdout.write(given === undefined ? listOfCodes() : await explain(codeOf(given)))
  return exit.fine
}

function codeOf(given: string): IssueCode {
  const wanted = given.toUpperCase()
  if (Object.hasOwn(catalogue, wanted)) return wanted as IssueCode
  const near = suggest(wanted, Object.keys(catalogue))
  const hint = near === undefined ? 'kritinfo explain alone lists all.' : `Did you mean ${near}?`
  throw usage(`There is no code "${given}". ${hint}`)
}

function listOfCodes(): string {
  const codes = Object.entries(catalogue).sort(([one], [other]) => (one < other ? -1 : 1))
  return codes.map(([code, { severity, en }]) => `${code}  ${severity.padEnd(11)}  ${en}\n`).join('')
}

async function explain(code: IssueCode): Promise<string> {
  const { severity, fhir, en, nb, cite } = catalogue[code]
  const head = `${code}  ${severity}  (FHIR issue type: ${fhir})\n\n${en}\n${nb}\n`
  return head + detailsOf(await explanationOf(code)) + (cite === undefined ? '' : `\nSource: ${cite}\n`)
}

function detailsOf(explanation: Explanation | undefined): string {
  if (explanation === undefined) return ''
  const { reason, bad, good, profile } = explanation
  const against = profile === undefined ? '' : ` (against ${profile})`
  return `\nWhy: ${reason}\n\nWrong${against}:\n${indented(bad)}\nRight:\n${indented(good)}`
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ').concat('\n')
}
