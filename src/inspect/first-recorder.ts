import type { Recorded, Recorder } from '../convert/recorder.ts'
import { Witness } from '../mapping/witness.ts'

/** Keeps the first conversion that is closed: putting back a base, and the way back of a trip, convert again after it. */
export class FirstRecorder implements Recorder {
  recorded: Recorded | undefined

  books(): Witness {
    return new Witness()
  }

  closed(conversion: Recorded): void {
    this.recorded ??= conversion
  }
}
