import { useEffect } from 'preact/hooks'

/** The id that the part of a page has which is about a thing of this name. */
export function anchorOf(name: string): string {
  return `at-${name}`
}

/**
 * Goes to the part of a page that the address names: it is scrolled to, and its link has the focus, so that the keyboard goes
 * on from there. `ready` changes when the page has been filled anew.
 */
export function useLit(name: string | undefined, ready?: unknown): void {
  useEffect(() => {
    if (name === undefined) return
    const part = document.getElementById(anchorOf(name))
    part?.querySelector<HTMLElement>('.permalink')?.focus({ preventScroll: true })
    part?.scrollIntoView({ block: 'center' })
  }, [name, ready])
}
