import type { Kode, KodeMedVisning } from '../form/ki/types.ts'
import { Random } from './random.ts'

/**
 * Codes that generated records draw from. Those of ATC, ICD-10 and SNOMED CT are real ones of what registers like this one
 * warn of; those of Volven's lists that are known in full or in part are the tables' (`mappings/codes/`), which a test holds
 * them against. Brands are invented, and so are the codes `EKS-…` (eksempel) of lists that are not public.
 */
type Codes = readonly [Kode, ...Kode[]]
type Listed = readonly [KodeMedVisning, ...KodeMedVisning[]]

const drugs = [
  'J01CE02 Fenoksymetylpenicillin',
  'J01CE01 Benzylpenicillin',
  'J01CA04 Amoksicillin',
  'J01C Betalaktamantibakterielle midler, penicilliner',
  'J01EE01 Sulfametoksazol og trimetoprim',
  'J01EA01 Trimetoprim',
  'J01MA02 Ciprofloksacin',
  'J01FA01 Erytromycin',
  'J01DB01 Cefaleksin',
  'J01DC02 Cefuroksim',
  'J01XE01 Nitrofurantoin',
  'J01AA02 Doksysyklin',
  'J01XA01 Vankomycin',
  'M01AE01 Ibuprofen',
  'M01AB05 Diklofenak',
  'M01AE02 Naproksen',
  'M01A Antiinflammatoriske og antireumatiske midler, ikke-steroide',
  'N02BA01 Acetylsalisylsyre',
  'N02BE01 Paracetamol',
  'N02AA01 Morfin',
  'N02AX02 Tramadol',
  'R05DA04 Kodein',
  'C09AA02 Enalapril',
  'C09AA05 Ramipril',
  'C10AA05 Atorvastatin',
  'N03AF01 Karbamazepin',
  'N03AX09 Lamotrigin',
  'M03AB01 Suksameton',
  'N01AX10 Propofol',
  'N01BB02 Lidokain',
  'B01AB01 Heparin',
  'V08AB02 Joheksol',
  'V08 Kontrastmidler',
]

/** Drugs and groups of drugs in WHO's classification (https://atcddd.fhi.no/atc_ddd_index/), by their Norwegian names. */
export const atc = list(drugs, 'ATC')

const invented = ['Fiktopen', 'Fiktamol', 'Prøvoksil', 'Liksomin', 'Eksempelin', 'Oppdiktol', 'Testadon', 'Fabelprim']
const strengths = ['tabletter 500 mg', 'tabletter 100 mg', 'mikstur 50 mg/ml', 'kapsler 250 mg', 'injeksjonsvæske']

/** A brand that there is none of, and a code of the form that the drug register FEST gives. */
export const brands = invented.flatMap((name, number) =>
  strengths.map((strength, place) => fest('FEST-LegemiddelMerkevare', `${name} ${strength}`, number * 10 + place)),
) as unknown as Codes

/** Substances as FEST has them: their names are real, their codes have only the form. */
export const substances = ['Amoksicillin', 'Ibuprofen', 'Kodein', 'Joheksol', 'Klorheksidin', 'Parabener'].map(
  (name, number) => fest('FEST-Virkestoff', name, 1000 + number),
) as unknown as Codes

/** Volven 7514, other allergens; 15 is the class of what is left over. */
export const allergens = numbered(
  '7514',
  'Melk|Egg|Hvete|Skalldyr|Fisk|Erter|Soya|Lupin|Bukkhornskløver|Peanøtt|Andre nøtter enn peanøtter|Valmuefrø|Insektgift|Latex|Annen viktig allergi',
)

/** Allergens by a code of SNOMED CT that says the same as one of 7514, by which the two go together. */
export const allergenConcepts: Readonly<Record<string, Kode>> = {
  '1': snomed('70813002', 'Milk'),
  '5': snomed('735971005', 'Fish'),
  '10': snomed('762952008', 'Peanut'),
  '14': snomed('111088007', 'Latex'),
}

/** Volven 7497, kinds of reaction, as far as its codes are confirmed. */
export const reactions: Listed = [
  { kode: '1', visning: 'Anafylaktisk reaksjon' },
  { kode: '2', visning: 'Blodtrykksfall' },
  { kode: '3', visning: 'Arytmi (hjerterytmeforstyrrelse)' },
  { kode: '9', visning: 'Angioødem/alvorlig generalisert urticaria' },
  { kode: '10', visning: 'Hudreaksjon INA' },
]

/** Reactions in SNOMED CT, as systems abroad and some at home write them. */
export const reactionConcepts: Codes = [
  snomed('4386001', 'Bronchospasm'),
  snomed('51599000', 'Edema of larynx'),
  snomed('73442001', 'Stevens-Johnson syndrome'),
  snomed('31996006', 'Vasculitis'),
]

/** Volven 7498, sources of the information, as far as its codes are confirmed. */
export const sources: Listed = [
  { kode: '1', visning: 'Resultat av tester / analyser' },
  { kode: '2', visning: 'Observert av behandlende lege' },
  { kode: '5', visning: 'Hentet fra tidligere journal' },
  { kode: '6', visning: 'Annet' },
]

/** Diagnoses of the Norwegian ICD-10 that are dangerous in an emergency (https://finnkode.helsedirektoratet.no). */
export const diagnoses = list(
  [
    'N185 Kronisk nyresykdom, stadium 5',
    'E271 Primær binyrebarksvikt',
    'E250 Medfødte adrenogenitale forstyrrelser forbundet med enzymmangel',
    'E232 Diabetes insipidus',
    'D66 Arvelig mangel på faktor VIII',
    'D67 Arvelig mangel på faktor IX',
    'D680 Von Willebrands sykdom',
    'D841 Defekter i komplementsystemet',
    'E802 Annen porfyri',
    'G409 Uspesifisert epilepsi',
    'G700 Myasthenia gravis',
    'I270 Primær pulmonal hypertensjon',
    'I420 Dilatert kardiomyopati',
    'I472 Ventrikkeltakykardi',
    'Q874 Marfans syndrom',
  ],
  'ICD-10',
)

/** Diagnoses by a code of SNOMED CT beside that of ICD-10. */
export const diagnosisConcepts: Readonly<Record<string, Kode>> = {
  E271: snomed('373662000', 'Primary adrenocortical insufficiency'),
  D66: snomed('28293008', 'Hereditary factor VIII deficiency disease'),
  D680: snomed('128105004', 'von Willebrand disorder'),
}

export const treatments = examples(
  '7517',
  'Blodfortynnende behandling|Immundempende behandling|Venteliste for transplantasjon|Dialyse|Høydose steroider',
)
export const devices = examples(
  '7518',
  'Pacemaker|Implanterbar hjertestarter|Mekanisk hjerteklaff|Hofteprotese|Cochleaimplantat|Medikamentpumpe',
)
export const transplants = examples('7518', 'Transplantert nyre|Transplantert lever|Transplantert hjerte', 11)
export const infections = examples('7519', 'VRE (vankomycinresistente enterokokker)|MRSA|ESBL|Hepatitt B|Hepatitt C')
export const procedureChanges = examples(
  '7522',
  'Restriksjon på ekstremitet|Ønsker ikke blodprodukter|Spesiell leiring|Smitteregime ved innleggelse',
)
export const gradings = withoutSystem(examples('7515', 'Cormack-Lehane grad 3|Cormack-Lehane grad 4', 3))
export const masks = withoutSystem(
  examples('7516', 'Kan maskeventileres|Kan maskeventileres med svelgtube|Kan ikke maskeventileres'),
)
export const durations = withoutSystem(examples('7655', 'Gjelder inntil videre|Vurderes på nytt innen ett år'))

/** Each line is a code, a space and its name. */
function list(lines: readonly string[], system: string): Codes {
  return lines.map((line) => {
    const end = line.indexOf(' ')
    return { system, kode: line.slice(0, end), visning: line.slice(end + 1) }
  }) as unknown as Codes
}

function numbered(system: string, names: string, prefix = '', first = 1): Codes {
  return names
    .split('|')
    .map((visning, index) => ({ system, kode: prefix + (first + index), visning })) as unknown as Codes
}

function examples(system: string, names: string, first = 1): Codes {
  return numbered(system, names, 'EKS-', first)
}

function withoutSystem(codes: Codes): Listed {
  return codes.map(({ kode, visning }) => ({ kode, visning })) as unknown as Listed
}

function snomed(kode: string, visning: string): Kode {
  return { system: 'SNOMED CT', kode, visning }
}

/** The number makes the code, so that a brand has the same wherever it stands. */
function fest(system: string, visning: string, number: number): Kode {
  return { system, kode: `ID_${new Random(number, 0).uuid().toUpperCase()}`, visning }
}
