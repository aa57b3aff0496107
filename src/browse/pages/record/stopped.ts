/** True for what an engine says to those who wait when it is stopped: that is no defect. */
export function isStop(problem: unknown): boolean {
  return problem instanceof Error && problem.message === 'stopped'
}

/** Passes over a stop; anything else is a defect, which the browser shall tell. */
export function unlessStopped(problem: unknown): undefined {
  if (isStop(problem)) return undefined
  throw problem
}
