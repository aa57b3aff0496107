import { expect, test } from 'vitest'
import { to } from '../laws/kit.ts'
import { document, edited, recordOf } from '../form/eps/records.ts'

/** A refuted record that a receiver has changed does not come back refuted from the attached original, whatever --refuted says. */
test.each(['include', 'omit'] as const)('an entry that can no longer be read is gone with --refuted %s', (refuted) => {
  const input = document(recordOf('5', { status: 'avkreftet', gyldigTil: '2030-01-01' }), recordOf('6'))
  const changed = edited(to('eps', input).output.root, 'Condition', (one) =>
    Object.assign(one, { verificationStatus: { text: 'confirmed' } }),
  )
  const back = to('ki', changed, { refuted })
  expect(back.output.root).toMatchObject({ registreringer: [{ type: 'pagaendeBehandling' }] })
  expect(back.issues.map(({ code }) => code)).toContain('CNV-017')
})
