/** Colours of a light terminal, each readable on white; 9 is the terminal's own. */
const colours: Readonly<Record<string, string>> = {
  '1': '#a40000',
  '2': '#2c6b00',
  '3': '#7a5c00',
  '4': '#1f4f8f',
  '5': '#6a3d6f',
  '6': '#04656f',
}

/** A piece of text and how a terminal shows it: ECMA-48, "SGR", as far as this software uses it. */
interface Piece {
  readonly text: string
  readonly style: Readonly<Record<string, string>>
}

/** A page with what a program wrote to a terminal. */
export function terminalPage(command: string, output: string): string {
  const spans = piecesOf(output).map(({ text, style }) => {
    const css = Object.entries(style).map(([name, value]) => `${name}:${value}`)
    return `<span style="${css.join(';')}">${escaped(text)}</span>`
  })
  return `<!DOCTYPE html><meta charset="utf-8"><title>kritinfo</title>
<style>body{margin:0;padding:16px;background:#fff;color:#1a1f24;font:15px/1.4 "DejaVu Sans Mono",monospace}h1,pre{margin:0;font:inherit;white-space:pre-wrap}</style>
<h1>$ ${escaped(command)}</h1><pre>${spans.join('')}</pre>`
}

function piecesOf(output: string): Piece[] {
  let style: Readonly<Record<string, string>> = {}
  return output.split('\u001b[').map((part, index) => {
    const code = index === 0 ? undefined : /^([\d;]*)m/.exec(part)
    if (code !== undefined && code !== null) for (const one of (code[1] ?? '').split(';')) style = styled(style, one)
    return { text: code === undefined || code === null ? part : part.slice(code[0].length), style }
  })
}

function styled(style: Readonly<Record<string, string>>, code: string): Readonly<Record<string, string>> {
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(style).filter(([name]) => !names.includes(name)))
  if (code === '1') return { ...style, 'font-weight': '700' }
  if (code === '2') return { ...style, color: '#515c67' }
  if (code === '22') return without('font-weight', 'color')
  if (code === '9') return { ...style, 'text-decoration': 'line-through' }
  if (code === '29') return without('text-decoration')
  if (code === '39') return without('color')
  if (code === '' || code === '0') return {}
  const colour = /^[39]([1-6])$/.exec(code)?.[1]
  return colour === undefined ? style : { ...style, color: colours[colour] ?? '' }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
