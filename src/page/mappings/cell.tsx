import type { Safety as SafetyWord } from '../../mapping/ledger.ts'
import { anchorOf, type Cell, type Piece } from '../../mapping/render/section.ts'
import type { Relation as RelationWord } from '../../terminology/code-table.ts'
import { Citation } from '../components/citation.tsx'
import { ElementName } from '../components/element-name.tsx'
import { Relation } from '../components/relation.tsx'
import { Safety } from '../components/safety.tsx'

/** The texts of a cell, under each other where there are several. */
export function CellOf({ cell }: { cell: Cell }) {
  const [first, ...others] = cell
  if (first === undefined) return null
  if (others.length === 0) return <PieceOf piece={first} />
  return cell.map((piece) => (
    <div key={piece.text}>
      <PieceOf piece={piece} />
    </div>
  ))
}

function PieceOf({ piece: { text, as } }: { piece: Piece }) {
  switch (as) {
    case undefined:
      return <>{text}</>
    case 'anchor':
      return <a href={`#${anchorOf(text)}`}>{text}</a>
    case 'link':
      return <Citation cite={text} language="en" />
    case 'relation':
      return <Relation relation={text as RelationWord} language="en" />
    case 'safety':
      return <Safety safety={text as SafetyWord} language="en" />
    case 'element':
      return <ElementName id={text} />
    case 'code':
      return <code>{text}</code>
  }
}
