/**
 * Where in the site a reader is. It stands behind the `#` of the address, so that a link to it works from a file too, and it
 * never holds anything of a record.
 */
export interface Route {
  /** The names after `#/`, decoded: `['table', 'ki-r4', 'allergy']`; of the first page none. */
  readonly path: readonly string[]
  /** What is chosen there: `row`, `q`, `lang` … */
  readonly query: Readonly<Record<string, string>>
}

/** Reads the part of an address from `#` on; what is no route is the first page. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

/** `#/table/ki-r4/allergy?row=…`; members without a value are left out, the others sorted, so that a place has one address. */
export function printRoute(path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  )
  given.sort(([one], [other]) => (one < other ? -1 : 1))
  const search = new URLSearchParams(given).toString()
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`
}

/** A part with broken escapes stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (problem) {
    if (problem instanceof URIError) return part
    throw problem
  }
}
