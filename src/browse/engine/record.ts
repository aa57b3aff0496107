import type { Safety } from '../../mapping/ledger.ts'
import { treeOf } from '../../document/tree.ts'
import { picture } from '../../picture/make.ts'
import type { Language } from '../../picture/picture.ts'
import { toolkit } from './kits.ts'
import { type CheckOrder, checkRecord } from './record/check.ts'
import { RecordDesk } from './record/desk.ts'
import { narrativesOf } from './record/narrative.ts'
import type { Content, LineRange, RecordOptions, Side } from './record/plain.ts'
import { readRecord } from './record/reading.ts'
import { type TripOrder, tripRecord } from './record/trip.ts'

let opened: RecordDesk | undefined

/** An engine has one record open at a time: large ones are not sent back and forth for each question about them. */
function desk(): RecordDesk {
  opened ??= new RecordDesk(toolkit())
  return opened
}

/** What the record page asks. Questions about lines are about the record that was opened and converted last. */
export const recordServices = {
  recordOpen: (content: Content) => desk().open(content),
  recordConvert: (options: RecordOptions) => desk().convert(options),
  recordLines: (range: LineRange) => desk().lines(range),
  recordLeaf: (at: { readonly side: Side; readonly line: number }) => desk().leaf(at),
  recordFind: (at: { readonly side: Side; readonly places: readonly string[] }) => desk().find(at),
  recordLedger: (part: { readonly safety: Safety; readonly first: number; readonly count: number }) =>
    desk().ledger(part),
  recordNarratives: ({ side }: { readonly side: Side }) => narrativesOf(desk().root(side) ?? null),
  /** @throws KritinfoError for what has no picture, being about several patients. */
  recordPicture: ({ side, lang }: { readonly side: Side; readonly lang: Language }) =>
    picture(toolkit(), treeOf(desk().root(side) ?? null), { lang }),
  recordOutput: (_: Readonly<Record<string, never>>) => desk().output(),
  /** Reads a document beside the record, to tell what is wrong with it as such. */
  recordGlance: (content: Content) => ({ form: readRecord(content).form }),
  recordCheck: (order: CheckOrder) => checkRecord(toolkit(), order),
  recordTrip: (order: TripOrder) => tripRecord(toolkit(), order),
}
