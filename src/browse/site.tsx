import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { version } from '../version.ts'
import { type Language, LanguageContext, languageOf, languages, useWords } from './language.ts'
import { hasOwnTables, siteMappings } from './mappings.ts'
import { pages } from './pages.ts'
import { RouteContext, usePlace, useRouteOfAddress } from './place.ts'
import { siteWords } from './words/site.ts'

const nameOfLanguage: Readonly<Record<Language, string>> = { nb: 'Norsk', en: 'English' }

/** The whole site: the page that the address names, with the navigation above it. */
export function Site() {
  const route = useRouteOfAddress()
  const language = languageOf(route.query.lang, navigator.languages)
  const page = pages.find(({ name }) => name === (route.path[0] ?? ''))
  const title = page === undefined ? 'kritinfo' : `${page.title[language]} · kritinfo`
  useEffect(() => {
    document.documentElement.lang = language
    document.title = title
  }, [language, title])
  return (
    <RouteContext.Provider value={route}>
      <LanguageContext.Provider value={language}>
        <Head current={page?.name} language={language} />
        <Main name={page?.name}>{page === undefined ? <NoPage /> : <page.Page />}</Main>
        <Foot />
      </LanguageContext.Provider>
    </RouteContext.Provider>
  )
}

function Head({ current, language }: { current: string | undefined; language: Language }) {
  const words = useWords(siteWords)
  const { route, to } = usePlace()
  return (
    <header class="site-head">
      <button type="button" class="skip" onClick={() => document.querySelector('main')?.focus()}>
        {words.skip}
      </button>
      <nav aria-label={words.pages}>
        <ul class="site-pages">
          {pages.map(({ name, title }) => (
            <li key={name}>
              <a href={to(name === '' ? [] : [name])} aria-current={name === current ? 'page' : undefined}>
                {title[language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={words.language}>
        <ul class="site-pages">
          {languages.map((one) => (
            <li key={one}>
              <a
                href={to(route.path, { ...route.query, lang: one })}
                lang={one}
                hreflang={one}
                aria-current={one === language ? 'true' : undefined}
              >
                {nameOfLanguage[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** A new page is announced by its heading: whoever came by keyboard goes on from there. */
function Main({ name, children }: { name: string | undefined; children: preact.ComponentChildren }) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(name)
  // Before the page's own effects, one of which may lead on to what the address names.
  useLayoutEffect(() => {
    if (before.current === name) return
    before.current = name
    main.current?.focus()
    scrollTo(0, 0)
  }, [name])
  return (
    <main ref={main} tabIndex={-1}>
      {children}
    </main>
  )
}

function NoPage() {
  return <p>{useWords(siteWords).noPage}</p>
}

function Foot() {
  const words = useWords(siteWords)
  return (
    <footer class="site-foot quiet">
      kritinfo {version}, mappings {siteMappings().version}
      {hasOwnTables() ? ` ${words.own}` : ''}. {words.local}
    </footer>
  )
}
