/** A code as it is written, with its display and, where it is not clear from around it, its system. */
export function Code(props: { code: string; display?: string | undefined; system?: string | undefined }) {
  const { code, display, system } = props
  return (
    <span class="coded">
      <code>{code}</code>
      {display !== undefined && <> {display}</>}
      {system !== undefined && system !== '' && (
        <>
          {' '}
          <code class="quiet">{system}</code>
        </>
      )}
    </span>
  )
}
