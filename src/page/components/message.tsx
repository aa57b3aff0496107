/** The text of an issue: what it has between backticks is a name, and set as code. */
export function Message({ text }: { text: string }) {
  return <>{text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : <code key={part}>{part}</code>))}</>
}
