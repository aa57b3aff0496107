import { atStart } from '../convert.ts'
import type { JsonObject } from '../document/json.ts'
import type { Tree } from '../document/tree.ts'
import { describe, type Issue } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'
import { absent } from './absence.ts'
import { arrive } from './arrival.ts'
import type { Speech } from './concept.ts'
import { othersOf } from './others.ts'
import { personOf } from './patient.ts'
import {
  type Language,
  type Picture,
  type PictureOptions,
  type Remark,
  type SectionPicture,
  sectionIds,
} from './picture.ts'
import { type Shown, shownOf } from './records.ts'
import { sourcesOf } from './source.ts'
import { summaryOf } from './summary.ts'
import { say, sectionTitles } from './words.ts'

/**
 * The picture of a document of any form: taken from the hub, so that the same record gives the same picture whatever form it is in,
 * and its status is read by what conversion reads it by. Pure.
 *
 * @throws KritinfoError if the input is none of the forms, does not fit its own form, or is about more than one patient.
 */
export function picture(kit: Toolkit, input: Tree, options: PictureOptions): Picture {
  return atStart(input, () => draw(kit, input, options))
}

function draw(kit: Toolkit, input: Tree, options: PictureOptions): Picture {
  const speech: Speech = { kit, lang: options.lang }
  const arrival = arrive(kit, input)
  const { form, dialect, given, root, hub } = arrival
  const sources = sourcesOf(root)
  const shown = shownOf(arrival, sources, speech)
  return {
    lang: options.lang,
    form,
    dialect,
    ...summaryOf(sources, form === 'eps', speech),
    ...personOf(hub, speech, options.patient !== false),
    sections: sectionsOf(shown, isList(given, form), speech),
    others: othersOf(sources, shown),
    remarks: arrival.issues.map((one) => remarkOf(one, options.lang)),
  }
}

/** A document with as many records as there are: where it has none of a kind, it says that none is recorded. */
function isList(given: JsonObject, form: Picture['form']): boolean {
  return form !== 'eps' && (form === 'ki' || given.resourceType === 'Bundle')
}

function sectionsOf(shown: readonly Shown[], isWhole: boolean, speech: Speech): SectionPicture[] {
  return sectionIds.flatMap((id): SectionPicture[] => {
    const own = shown.filter(({ section }) => section === id)
    if (own.length === 0 && (!isWhole || id === 'other')) return []
    return [
      {
        id,
        title: say(sectionTitles[id], speech.lang),
        records: own.flatMap(({ record }) => record ?? []),
        absences: own.flatMap(({ absence }) => absence ?? []),
        ...(own.length === 0 ? { nothing: absent('nothing-recorded', speech) } : {}),
      },
    ]
  })
}

function remarkOf(found: Issue, lang: Language): Remark {
  const { code, severity, path } = found
  return { code, severity, path, text: describe(found, lang) }
}
