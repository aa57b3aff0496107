import type { configEntries } from '../catalogue-config.ts'
import type { Explanations } from './explanation.ts'

/** What is wrong with a config file. The examples are such files. */
export const configExplanations: Explanations<keyof typeof configEntries> = {
  'CFG-001': {
    reason: 'A name that nobody reads would have no effect, and whoever wrote it would believe that it had.',
    bad: '{ "validate": { "fail_on": "warning" } }',
    good: '{ "validate": { "fail-on": "warning" } }',
  },
  'CFG-002': {
    reason:
      'A value is typed as on the command line: a switch is true or false, a number has no quotes, and what may be given several times is a list.',
    bad: '{ "validate": { "input": "fsh-generated", "quiet": "yes" } }',
    good: '{ "validate": { "input": ["fsh-generated"], "quiet": true } }',
  },
  'CFG-003': {
    reason: 'Options with choices take one of them, here as on the command line.',
    bad: '{ "validate": { "fail-on": "warnings" } }',
    good: '{ "validate": { "fail-on": "warning" } }',
  },
  'CFG-004': {
    reason: 'A config that somebody has changed by hand is not thrown away for one that was guessed.',
    bad: '(kritinfo init, in a folder that has a kritinfo.config.json)',
    good: '(kritinfo init --print, to compare the two; or kritinfo init --force)',
  },
}
