/** What a page is, in one heading, and below it what made it and of what. */
export function PageHead({ title, about }: { title: string; about: readonly string[] }) {
  return (
    <header class="page-head">
      <h1>{title}</h1>
      {about.map((one) => (
        <p class="quiet" key={one}>
          {one}
        </p>
      ))}
    </header>
  )
}
