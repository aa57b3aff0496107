import { useWords, type Words } from '../language.ts'

const permalinkWords: Words<{ readonly link: string; readonly linkTo: string }> = {
  nb: { link: 'lenke', linkTo: 'lenke til' },
  en: { link: 'link', linkTo: 'link to' },
}

/** A link to one line or part of a page. Who followed it has the focus there. */
export function Permalink({ name, href, isLit }: { name: string; href: string; isLit: boolean }) {
  const words = useWords(permalinkWords)
  return (
    <a
      class="permalink"
      href={href}
      aria-label={`${words.linkTo} ${name}`}
      aria-current={isLit ? 'location' : undefined}
    >
      {words.link}
    </a>
  )
}
