import type { ContainerStep } from './steps.ts'

const sfm = 'https://github.com/NorskHelsenett/SFM.tools'

function step(id: string, about: string): ContainerStep {
  return { id, about, cite: sfm, writes: [], reads: [] }
}

/** What the code does that takes the messages of national e-prescribing (SFM) apart and writes them. */
export const dialectSteps: readonly ContainerStep[] = [
  step('sfm.kinds', 'SFM holds allergies alone, so a record of another kind is kept back.'),
  step(
    'sfm.recorder.display',
    'The number and the name of the health professional stand in one text at SFM; it is taken apart, and made again.',
  ),
  step(
    'sfm-xml.agent',
    'An export holds drug reactions alone, each to an ATC code, a brand or a substance; any other record is kept back.',
  ),
  step(
    'sfm-xml.required',
    'The schema of the export demands an element that the record does not give, so it is kept back.',
  ),
  step('sfm-xml.history', 'A former version of a drug reaction is kept back: another one in the export holds.'),
  step('sfm-xml.discarded', 'A drug reaction that was discarded is kept back.'),
  step('sfm-xml.deleted', 'A drug reaction that was deleted is kept back.'),
  step(
    'sfm-xml.version',
    'The export counts versions: a record is its own group, and the version that holds, where it does not say otherwise.',
  ),
  step('sfm-xml.patient.id', 'The number that the exporting system gave the patient; one is made where there is none.'),
  step('sfm-xml.alone', 'Without a patient the one CAVE element is written, and what stands around it has no place.'),
]
