// `npm run demo`: a Norwegian record becomes a European Patient Summary, valid and with an account of every element, and
// comes back unchanged. What it shows is what the command line prints; the commands stand above their output and can be typed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
run(process.execPath, ['.ci/prepare.mjs'], false)

const folder = mkdtempSync(join(tmpdir(), 'kritinfo-demo-'))
const summary = join(folder, 'summary.json')
const report = join(folder, 'report.json')
const story = 'examples/penicillin-anaphylaxis/ki.json'

console.log(
  'A doctor in Finnmark has recorded an anaphylactic reaction to penicillin. In Lisbon it shall be understood.\n',
)
kritinfo('convert', story, '--to', 'eps', '-o', summary, '--report', report, '--now', '2026-11-22T12:00:00Z')
console.log('\nWhat was written is valid, or it would not have been. Whoever receives it can ask the same:\n')
kritinfo('validate', summary, '--profile', 'eps')
showSummary(JSON.parse(readFileSync(summary, 'utf8')))
showLedger(JSON.parse(readFileSync(report, 'utf8')))
console.log('And back again:\n')
kritinfo('roundtrip', story, '--via', 'eps', '--now', '2026-11-22T12:00:00Z')
rmSync(folder, { recursive: true })

function kritinfo(...args) {
  console.log(`$ npx kritinfo ${args.join(' ')}`)
  run(process.execPath, ['dist/cli.js', ...args], true)
}

function run(command, args, isShown) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', isShown ? 1 : 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}

function showSummary(bundle) {
  const [composition] = bundle.entry.map((entry) => entry.resource)
  const types = bundle.entry.map((entry) => entry.resource.resourceType)
  console.log(`\nA document Bundle with ${types.length} entries: ${types.join(', ')}`)
  for (const section of composition.section) {
    const reason = section.emptyReason?.coding[0].code
    console.log(
      `  ${section.code.coding[0].code.padEnd(8)} ${section.title.padEnd(28)} ${reason === undefined ? `${section.entry.length} entries` : `empty: ${reason}`}`,
    )
  }
  const allergy = bundle.entry
    .map((entry) => entry.resource)
    .find((resource) => resource.resourceType === 'AllergyIntolerance')
  const codes = (concept) => concept.coding.map((coding) => `${coding.code} ${coding.display ?? ''}`.trim()).join(', ')
  console.log(
    `\n  ${allergy.verificationStatus.coding[0].code}, ${allergy.clinicalStatus.coding[0].code}, criticality ${allergy.criticality}, onset ${allergy.onsetDateTime}`,
  )
  console.log(`  agent    ${codes(allergy.code)}`)
  for (const reaction of allergy.reaction) console.log(`  reaction ${codes(reaction.manifestation[0])}`)
}

function showLedger({ items: [item] }) {
  console.log(
    `\nOf ${item.leaves.total} values in the record, ${item.leaves.claimed} crossed as they are; the ledger tells of the rest:`,
  )
  for (const entry of item.ledger)
    console.log(
      `  ${entry.outcome.padEnd(9)} ${entry.row.padEnd(22)} ${entry.path}${entry.side === 'output' ? '   (in the output)' : ''}`,
    )
  console.log()
}
