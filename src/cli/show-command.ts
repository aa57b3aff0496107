import { picture } from '../picture/make.ts'
import { pictureFrame, type PictureItem, pictureJson } from '../report/picture/json.ts'
import { pictureText } from '../report/picture/text.ts'
import { issueRecord } from '../report/record.ts'
import type { Toolkit } from '../toolkit.ts'
import { isColourful } from './colour.ts'
import { type ExitCode, exit, gravest } from './exit.ts'
import { inputsOf } from './inputs.ts'
import { openKit } from './kit.ts'
import { inFile, nameOf, stopOf } from './message.ts'
import type { ShowArguments } from './show-options.ts'
import { worksIn } from './stream/works-of.ts'
import { tablesOf } from './tables.ts'
import { complain, tellUnmatched } from './tell.ts'
import { treeOf, type Work } from './work.ts'

/** `kritinfo show`: what documents say, for people. What cannot be read is told, and the others are shown all the same. */
export async function showCommand(args: ShowArguments): Promise<ExitCode> {
  const kit = await openKit(tablesOf(args))
  const inputs = inputsOf(args.input, undefined)
  const write = writerOf(args)
  let code = tellUnmatched(inputs)
  for await (const work of worksIn(inputs.paths, 'either')) code = gravest(code, show(work, kit, args, write))
  write.end()
  return code
}

function show(work: Work, kit: Toolkit, { lang, patient }: ShowArguments, write: Writer): ExitCode {
  const input = nameOf(work.origin)
  try {
    write.item({ input, picture: picture(kit, treeOf(work), { lang, patient }) })
    return exit.fine
  } catch (problem) {
    const stop = stopOf(problem, work.origin)
    complain(stop.lines)
    write.item({ input, issues: stop.issues.map((one) => issueRecord(inFile(one, work.origin))) })
    return stop.exit
  }
}

/** Takes the items as they come: none is held back for the next. */
interface Writer {
  item(item: PictureItem): void
  end(): void
}

function writerOf({ format }: ShowArguments): Writer {
  return format === 'json' ? jsonWriter() : textWriter()
}

function jsonWriter(): Writer {
  let before: string = pictureFrame.head
  return {
    item(item) {
      process.stdout.write(before + pictureJson(item))
      before = pictureFrame.between
    },
    end: () => void process.stdout.write(before === pictureFrame.head ? before + pictureFrame.tail : pictureFrame.tail),
  }
}

/** Width of a text that does not go to a terminal. */
const pipeWidth = 80

function textWriter(): Writer {
  const options = { width: process.stdout.columns ?? pipeWidth, colour: isColourful() }
  let before = ''
  return {
    item(item) {
      if (!('picture' in item)) return
      process.stdout.write(before + pictureText(item.picture, item.input, options))
      before = `\n${'─'.repeat(Math.min(pipeWidth, options.width))}\n\n`
    },
    end: () => undefined,
  }
}
