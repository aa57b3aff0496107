import { Engine } from './client.ts'

let engine: Engine | undefined

/** The one engine of all pages whose questions are short; whoever may have to stop it makes one of its own. */
export function sharedEngine(): Engine {
  engine ??= new Engine()
  return engine
}
