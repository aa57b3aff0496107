import type { answerEntries } from '../catalogue-answer.ts'
import type { Explanations } from './explanation.ts'
import { answered, extended } from './response.ts'

const system = 'http://snomed.info/sct'
const coding = (code: string, display: string) => ({ valueCoding: { system, code, display } })
const options = [coding('77176002', 'Smoker'), coding('8392000', 'Non-smoker')]
const choice = { type: 'choice', answerOption: options }
const gender = (code: string) => ({ valueCoding: { system: 'http://hl7.org/fhir/administrative-gender', code } })
const byValueSet = { type: 'choice', answerValueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender' }
const exclusive = [extended('questionnaire-optionExclusive', { valueBoolean: true })]
const alone = { ...choice, repeats: true, answerOption: [options[0], { ...options[1], extension: exclusive }] }
const weight = (unit: string, code: string) => ({
  value: 70,
  unit,
  system: 'http://unitsofmeasure.org',
  code,
})
const limited = (name: string, value: object, type: string) => ({ type, extension: [extended(name, value)] })
const least = limited('minValue', { valueInteger: 1 }, 'integer')
const most = limited('maxValue', { valueInteger: 5 }, 'integer')
const decimals = limited('maxDecimalPlaces', { valueInteger: 1 }, 'decimal')
const long = limited('minLength', { valueInteger: 5 }, 'string')
const shape = limited('regex', { valueString: '[0-9]{4}' }, 'string')
const lookingAhead = limited('regex', { valueString: '(?=ab).+' }, 'string')
const images = limited('mimeType', { valueCode: 'image/png' }, 'attachment')
const small = limited('maxSize', { valueDecimal: 1000 }, 'attachment')
const patients = limited('questionnaire-referenceResource', { valueCode: 'Patient' }, 'reference')
const kilograms = limited(
  'questionnaire-unitOption',
  { valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg' } },
  'quantity',
)
const heavy = limited('sdc-questionnaire-minQuantity', { valueQuantity: weight('kg', 'kg') }, 'quantity')
const person = (reference: string) => ({ valueReference: { reference } })

/** Single answers to questions. */
export const answerExplanations: Explanations<keyof typeof answerEntries> = {
  'QRS-018': {
    reason: 'The type of a question says what its answers can be, and programs read them as that.',
    bad: answered({ type: 'boolean' }, { valueString: 'Yes' }),
    good: answered({ type: 'boolean' }, { valueBoolean: true }),
  },
  'QRS-019': {
    reason: 'The list of options is closed. An answer outside it is not understood where the answers are counted.',
    bad: answered(choice, coding('8517006', 'Ex-smoker')),
    good: answered(choice, coding('77176002', 'Smoker')),
  },
  'QRS-020': {
    reason: 'The value set of a question holds all codes that may answer it.',
    bad: answered(byValueSet, { valueCoding: { system: 'http://hl7.org/fhir/contact-point-use', code: 'home' } }),
    good: answered(byValueSet, gender('female')),
  },
  'QRS-021': {
    reason: 'An option such as "none of these" makes no sense beside another.',
    bad: answered(alone, coding('77176002', 'Smoker'), coding('8392000', 'Non-smoker')),
    good: answered(alone, coding('8392000', 'Non-smoker')),
  },
  'QRS-022': {
    reason: 'A value outside the range is a slip, or an answer to another question.',
    bad: answered(least, { valueInteger: 0 }),
    good: answered(least, { valueInteger: 1 }),
  },
  'QRS-023': {
    reason: 'A value outside the range is a slip, or an answer to another question.',
    bad: answered(most, { valueInteger: 6 }),
    good: answered(most, { valueInteger: 5 }),
  },
  'QRS-024': {
    reason: 'More decimals than are asked for promise a precision that the measurement does not have.',
    bad: answered(decimals, { valueDecimal: 36.85 }),
    good: answered(decimals, { valueDecimal: 36.8 }),
  },
  'QRS-025': {
    reason: 'A least length keeps answers out that cannot be complete.',
    bad: answered(long, { valueString: 'Ja' }),
    good: answered(long, { valueString: 'Daglig' }),
  },
  'QRS-026': {
    reason: 'What is longer may be cut off where the answer is stored.',
    bad: answered({ type: 'string', maxLength: 5 }, { valueString: 'Daglig' }),
    good: answered({ type: 'string', maxLength: 5 }, { valueString: 'Ofte' }),
  },
  'QRS-027': {
    reason: 'A pattern says how an answer is written, such as a post code of four digits.',
    bad: answered(shape, { valueString: '123' }),
    good: answered(shape, { valueString: '0123' }),
  },
  'QRS-028': {
    reason: 'A question of type string has a field of one line; longer answers belong to type text.',
    bad: answered({ type: 'string' }, { valueString: 'Morning\nEvening' }),
    good: answered({ type: 'text' }, { valueString: 'Morning\nEvening' }),
  },
  'QRS-029': {
    reason: 'Receivers can open some kinds of files and not others, and tell them by contentType.',
    bad: answered(images, { valueAttachment: { contentType: 'application/pdf', data: 'AAAA' } }),
    good: answered(images, { valueAttachment: { contentType: 'image/png', data: 'AAAA' } }),
  },
  'QRS-030': {
    reason: 'What is larger may be refused where the answer is stored.',
    bad: answered(small, {
      valueAttachment: { contentType: 'image/png', url: 'https://example.org/a.png', size: 2000 },
    }),
    good: answered(small, {
      valueAttachment: { contentType: 'image/png', url: 'https://example.org/a.png', size: 900 },
    }),
  },
  'QRS-031': {
    reason: 'A question may ask for a resource of certain types, such as the patient that it is about.',
    bad: answered(patients, person('Practitioner/1')),
    good: answered(patients, person('Patient/1')),
  },
  'QRS-032': {
    reason: 'The units that a question offers are all that its answers are given in.',
    bad: answered(kilograms, { valueQuantity: weight('pound', '[lb_av]') }),
    good: answered(kilograms, { valueQuantity: weight('kg', 'kg') }),
  },
  'QRS-033': {
    reason: 'Amounts of different kinds, or without a coded unit, have no order, so the limit means nothing.',
    bad: answered(heavy, { valueQuantity: weight('cm', 'cm') }),
    good: '[The same question, answered in kg]',
  },
  'QRS-034': {
    reason: 'An open choice takes words for what is not in the list. Words for what is there hide the code.',
    bad: answered({ ...choice, type: 'open-choice' }, { valueString: 'Smoker' }),
    good: answered({ ...choice, type: 'open-choice' }, { valueString: 'Only at parties' }),
  },
  'QRS-035': {
    reason: 'Without options or a value set any code answers the question.',
    bad: answered({ type: 'choice' }, coding('77176002', 'Smoker')),
    good: answered(choice, coding('77176002', 'Smoker')),
  },
  'QRS-041': {
    reason: 'Nothing is fetched from the network, and a value set that is not at hand says nothing of a code.',
    bad: answered(
      { type: 'choice', answerValueSet: 'http://example.org/ValueSet/smoking' },
      coding('77176002', 'Smoker'),
    ),
    good: answered(byValueSet, gender('female')),
  },
  'QRS-042': {
    reason:
      'Some patterns can take very long on some texts: those that look around or refer back are not tried, nor are very long ones.',
    bad: answered(lookingAhead, { valueString: 'abab' }),
    good: answered(shape, { valueString: '0123' }),
  },
  'QRS-043': {
    reason: 'Units are converted where they differ in a prefix, or are common ones of the same kind.',
    bad: answered(heavy, { valueQuantity: weight('slug', '[slug]') }),
    good: '[The same question, answered in kg]',
  },
  'QRS-044': {
    reason: 'A reference to elsewhere tells its type by its address, or by the element type.',
    bad: answered(patients, person('urn:uuid:3f1c5a52-8a4e-4c5b-9d53-0a8d6c1f2b7e')),
    good: answered(patients, {
      valueReference: { reference: 'urn:uuid:3f1c5a52-8a4e-4c5b-9d53-0a8d6c1f2b7e', type: 'Patient' },
    }),
  },
  'QRS-045': {
    reason: 'The type of a question says what may answer it; a questionnaire with another is not valid itself.',
    bad: answered({ type: 'riddle' }, { valueString: 'An egg' }),
    good: answered({ type: 'string' }, { valueString: 'An egg' }),
  },
}
