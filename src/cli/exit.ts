/** Exit codes of the command line; README, "Exit codes". */
export const exit = { fine: 0, findings: 1, usage: 2, input: 3, loss: 4, nothing: 5, defect: 70 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]

/** From the least to the gravest: what is wrong with the call comes before what is wrong with one of the inputs. */
const gravity: readonly ExitCode[] = [
  exit.fine,
  exit.nothing,
  exit.findings,
  exit.loss,
  exit.input,
  exit.usage,
  exit.defect,
]

/** The code for a run of which parts ended with these codes. */
export function gravest(one: ExitCode, other: ExitCode): ExitCode {
  return gravity.indexOf(one) >= gravity.indexOf(other) ? one : other
}
