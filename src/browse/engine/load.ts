import type { EngineData } from './protocol.ts'

interface Policy {
  createScriptURL(url: string): string
}

/** Pages with Trusted Types take scripts from named policies alone: https://www.w3.org/TR/trusted-types/. */
const policy: Policy = (
  globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
).trustedTypes?.createPolicy('kritinfo', { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url }

const loaded = new Map<string, Promise<void>>()

/** Loads a script of the site, once. A page from a file may load scripts, but neither modules nor data. */
export function loadScript(name: string): Promise<void> {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${name} is missing`))
    script.src = policy.createScriptURL(name)
    document.head.append(script)
  })
  loaded.set(name, loading)
  return loading
}

/** A page from a file may start no worker from another file, but one from a text. It gets its data first. */
export function workerOf(program: () => void, data: EngineData): Worker {
  const text = `onmessage = ({ data }) => { self.kritinfoData = data; (${program.toString()})() }`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const worker = new Worker(policy.createScriptURL(url))
  worker.postMessage(data)
  return worker
}
