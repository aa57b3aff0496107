import type { Agens, AnnenAllergi, Kode, Legemiddelreaksjon, Overfolsomhet, Reaksjon } from '../form/ki/types.ts'
import * as codes from './codes.ts'
import { agents, likelihoods, reactionCounts, severities } from './mixture.ts'
import type { Random } from './random.ts'
import { beginningOf, type Making, optional, timeOf } from './records.ts'
import { agentTexts, reactionTexts } from './words.ts'

/** A reaction to a drug, a brand or an excipient. */
export function drugReaction(making: Making): Legemiddelreaksjon {
  return { ...beginningOf('legemiddelreaksjon', making, 0), ...sharedOf(making, drugOf(making.random)) }
}

/** An allergy to food, animals' poison, latex and the like. */
export function otherAllergy(making: Making): AnnenAllergi {
  const { random } = making
  const agens = allergenOf(random)
  const code = agens.koder?.[0]?.kode
  const beginning = beginningOf('annenAllergi', making, 0)
  return { ...beginning, ...optional('kategori', categoryOf(code, random)), ...sharedOf(making, agens) }
}

type Shared = Pick<Overfolsomhet, 'hendelse' | 'sannsynlighet' | 'alvorlighetsgrad' | 'agens' | 'reaksjoner'>

/** Only an active record has a probability (KI-013). */
function sharedOf(making: Making, agens: Agens): Shared {
  const { random, status } = making
  const likelihood = random.weighted(likelihoods)
  const reaksjoner = reactionsOf(random)
  return {
    ...optional('hendelse', timeOf(making)),
    ...optional('sannsynlighet', status === 'aktiv' ? likelihood : undefined),
    ...optional('alvorlighetsgrad', random.weighted(severities)),
    agens,
    ...(reaksjoner.length > 0 ? { reaksjoner } : {}),
  }
}

/** An excipient is told by a brand that has it (NOR-022); of several codes one is the chosen one (NOR-026). */
function drugOf(random: Random): Agens {
  const brand = random.one(codes.brands)
  switch (random.weighted(agents)) {
    case 'atc':
      return { koder: [random.one(codes.atc)] }
    case 'both':
      return { koder: chosen(brand, random.one(codes.atc)) }
    case 'brand':
      return { koder: [brand] }
    case 'excipient':
      return { koder: [brand], hjelpestoff: true }
    case 'substance':
      return { koder: [random.one(codes.substances)] }
    default:
      return { tekst: random.one(agentTexts) }
  }
}

function allergenOf(random: Random): Agens {
  if (random.chance(0.06)) return { tekst: random.one(agentTexts) }
  const code = random.one(codes.allergens)
  const concept = codes.allergenConcepts[code.kode]
  const koder = concept !== undefined && random.chance(0.3) ? chosen(code, concept) : [code]
  return code.kode === '15' ? { koder, tekst: random.one(agentTexts) } : { koder }
}

/** 7514 numbers foods from 1 to 12; then come insects' poison, latex and the rest. */
function categoryOf(code: string | undefined, random: Random): AnnenAllergi['kategori'] {
  if (!random.chance(0.9)) return undefined
  if (code === undefined || Number(code) > 13) return 'miljo'
  return code === '13' ? 'biologisk' : 'mat'
}

function reactionsOf(random: Random): Reaksjon[] {
  const first = random.below(codes.reactions.length)
  return Array.from({ length: random.weighted(reactionCounts) }, (_, number): Reaksjon => {
    if (random.chance(0.05)) return { tekst: random.one(reactionTexts) }
    if (random.chance(0.05)) return random.one(codes.reactionConcepts)
    const listed = codes.reactions[(first + number) % codes.reactions.length] as Reaksjon
    return random.chance(0.08) ? { ...listed, tekst: random.one(reactionTexts) } : listed
  })
}

/** Codes of one thing, the first of which the author picked. */
export function chosen(first: Kode, second: Kode): Kode[] {
  return [{ ...first, valgt: true }, second]
}
