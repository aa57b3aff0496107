/** The id of an element. It may break behind its dots and colons, and what it begins with stands back. */
export function ElementName({ id }: { id: string }) {
  const parts = id.split(/(?<=[.:])/)
  return (
    <code class="element">
      {parts.map((part, index) => (
        <>
          {index > 0 && <wbr />}
          {index === 0 && parts.length > 1 ? <span class="quiet">{part}</span> : part}
        </>
      ))}
    </code>
  )
}
