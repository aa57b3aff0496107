import { createContext } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import { parseRoute, printRoute, type Route } from './route.ts'

/** The route in the address, as it changes. */
export function useRouteOfAddress(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  // Before the effects of any page: one of them may lead on to another place at once.
  useLayoutEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}

export const RouteContext = createContext<Route>({ path: [], query: {} })

/** What a page needs of its address. Links keep the language that was chosen. */
export interface Place {
  readonly route: Route
  /** The address of another place, for `href`. */
  to(path: readonly string[], query?: Readonly<Record<string, string | undefined>>): string
  /** Changes what is chosen on this page; `undefined` takes a member away. A filter makes no step in the history. */
  choose(query: Readonly<Record<string, string | undefined>>): void
}

export function usePlace(): Place {
  const route = useContext(RouteContext)
  const { lang } = route.query
  return {
    route,
    to: (path, query = {}) => printRoute(path, { lang, ...query }),
    choose: (query) => {
      const target = printRoute(route.path, { ...route.query, ...query })
      history.replaceState(null, '', target)
      dispatchEvent(new HashChangeEvent('hashchange'))
    },
  }
}
