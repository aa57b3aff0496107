/** What a node says of each value of its element, and not of how often or where it stands. */
export const valueFacts = [
  'types',
  'fixed',
  'pattern',
  'minValue',
  'maxValue',
  'maxLength',
  'minLength',
  'alternatives',
  'narrativeLanguages',
  'binding',
] as const
