import { gzipSync } from 'node:zlib'
import { type GeneratedDocument, generator } from '../generate/documents.ts'
import { type ExitCode, exit } from './exit.ts'
import type { GenerateArguments } from './generate-options.ts'
import { type GenerateOrder, generateOrderOf } from './generate-order.ts'
import { NewFile } from './write-file.ts'

/** Somewhere for lines, which come in pieces; each resolves when there is room for the next. */
interface Lines {
  put(text: string): Promise<void>
  finish(): void
}

/** So much is written at once: enough to be quick, and little beside what the program takes anyway. */
const piece = 1 << 18

/** `kritinfo generate`: invented documents, one a line. Nothing but data is written. */
export async function generateCommand(args: GenerateArguments): Promise<ExitCode> {
  const order = generateOrderOf(args)
  const output = order.output === undefined ? standardOutput : gathering(order.output)
  const expected = order.expected === undefined ? undefined : gathering(order.expected)
  await write(order, output, expected)
  output.finish()
  expected?.finish()
  return exit.fine
}

async function write({ options, from, count }: GenerateOrder, output: Lines, expected: Lines | undefined) {
  const make = generator(options)
  const [documents, defects] = [new Piece(output), expected && new Piece(expected)]
  for (let line = 1; line <= count; line++) {
    const made = make(from + line - 1)
    if (documents.add(made.text)) await documents.send()
    if (made.planted !== undefined && defects?.add(expectation(line, made.planted)) === true) await defects.send()
  }
  await documents.send()
  await defects?.send()
}

function expectation(line: number, { defect, codes, exit: code }: NonNullable<GeneratedDocument['planted']>): string {
  return JSON.stringify({ line, defect, codes, exit: code })
}

/** Lines on their way, until they are many enough to be worth a write. */
class Piece {
  #text = ''
  constructor(readonly lines: Lines) {}

  /** True when it is time to send them. */
  add(line: string): boolean {
    this.#text += `${line}\n`
    return this.#text.length >= piece
  }

  async send(): Promise<void> {
    const text = this.#text
    this.#text = ''
    if (text !== '') await this.lines.put(text)
  }
}

/** A reader that is slow is waited for; one that is gone ends the program (main.ts). */
const standardOutput: Lines = {
  put: (text) =>
    new Promise((done) => {
      process.stdout.write(text, (problem) => {
        if (problem == null) done()
      })
    }),
  finish: () => undefined,
}

/** A file that is there when it is complete. Packed, each piece is a member of its own, which every gunzip reads on through. */
function gathering(name: string): Lines {
  const file = new NewFile(name)
  const isPacked = name.endsWith('.gz')
  return {
    async put(text) {
      file.append(isPacked ? gzipSync(text) : text)
      // Writing a file waits for nobody, and a signal to stop is only heard between two turns of the loop.
      await new Promise(setImmediate)
    },
    finish: () => file.finish(),
  }
}
