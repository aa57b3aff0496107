import type { Weights } from './random.ts'

/** Texts that generated documents draw from. Nobody has these names and nothing here happened. */
type Words = readonly [string, ...string[]]
type Town = readonly [code: string, name: string]

const split = (text: string): Words => text.split('|') as unknown as Words

/** Given names as they are in Norway, the Sami and the long ones too. */
export const womensNames = split(
  'Åse|Ingrid|Anne-Lise|Máret|Sigrun|Zoë|Bjørg|Marte|Elle Márjá|Nora|Fatima|Aud|Kjersti|Solveig|Ragnhild|Emma',
)
export const mensNames = split(
  'Øyvind|Bjørn|Søren|Pål|Einar|Ánte|Åsmund|Jens Petter|Ola|Mohammed|Håkon|Leif|Trygve|Mathias|Sverre|Issát',
)
/** Family names are put together from a word that says that they are made up and the end of a Norwegian farm name. */
export const nameBeginnings = split(
  'Prøve|Eksempel|Test|Fabel|Liksom|Skrøne|Oppdikt|Påfunn|Fantasi|Tenke|Drøm|Utopi|Sagn|Ønske',
)
export const nameEnds = split('stad|vik|dal|berg|moen|sund|lund|haug|nes|eide|ås|bø|tveit|rud|øy|li|by|søra')

export const streets = split('Prøveveien|Eksempelgata|Blåbærstien|Fabelbakken|Tåkeheimen|Testallmenningen')
/** Towns with a postal code that they have (https://www.bring.no/tjenester/adressetjenester/postnummer). */
export const towns: readonly [Town, ...Town[]] = [
  ['0150', 'Oslo'],
  ['5003', 'Bergen'],
  ['7010', 'Trondheim'],
  ['9008', 'Tromsø'],
  ['9730', 'Kárášjohka'],
  ['8622', 'Mo i Rana'],
]

export const organisations = split(
  'Eksempelbyen legesenter (test)|Prøvevik sykehus (test)|Oppdiktet allergipoliklinikk (test)|Fabelmo legevakt (test)|Testfjord sjukehus (test)|Liksom sykehjem (test)|Utopia universitetssykehus (test)|Tåkedalen tannlegesenter (test)',
)
/** Volven 9060, kinds of health personnel, of which a test knows the whole. */
export const roles: Weights<readonly [code: string, name: string]> = [
  [['LE', 'Lege'], 80],
  [['SP', 'Sykepleier'], 15],
  [['TL', 'Tannlege'], 3],
  [['JO', 'Jordmor'], 2],
]

export const comments = split(
  'Opplyst av pasienten selv.|Opplysningen er hentet fra epikrise.|Tåler andre midler i gruppen.|Bekreftet ved provokasjonstest.|Ble innlagt til observasjon ett døgn.|Pårørende husker ikke når det var.|Se journal for detaljer; kontakt fastlegen ved tvil.|Oppstod under 30 minutter etter første dose, og ga seg etter adrenalin 0,5 mg i.m.|Pasienten bærer «medisinsk varselkort».|Utredet på nytt < 1 år etter hendelsen, samme konklusjon.|Skal vurderes på nytt ved neste kontroll.\nGjelder også ved planlagte inngrep.',
)
export const refutedComments = split(
  'Utredet på nytt. Har ikke, og har ikke hatt, dette.|Provokasjonstest uten reaksjon.|Registrert ved en misforståelse.',
)
export const deletedComments = split('Registrert på feil pasient.|Registrert to ganger.')

export const agentTexts = split('Ukjent smertestillende|Antibiotika gitt i utlandet|Hårfarge|Nikkel|Plaster|Kiwi')
export const reactionTexts = split('Pustevansker|Hoven tunge|Utslett på hele kroppen|Besvimte|Kraftig kløe')
export const airways = split(
  'Trang munnåpning og fremtredende overkjeve|Stiv nakke, begrenset gapeevne|Trang subglottis|Intubert våken med fiberskop',
)
export const anaesthesias = split(
  'Malign hypertermi|Oppvåkning under narkose|Pseudokolinesterasemangel|Alvorlig kvalme etter narkose i slekten',
)
export const conditions = split('Medfødt immunsvikt|Ryggmargsskade over Th6|Sjelden stoffskiftesykdom under utredning')
export const infectionTexts = split(
  'Bærer av MRSA (meticillinresistente gule stafylokokker)|Multiresistent tuberkulose',
)
export const treatmentTexts = split('Kortison daglig i over ett år|Biologisk behandling|Nyre|Warfarin, mål-INR 2,5–3,5')
export const deviceTexts = split(
  'Tokammerpacemaker, venstre side|Høyre side, titan|Ikke MR-sikker ledning|Nedsatt batteri',
)
export const changeTexts = split(
  'Ikke blodtrykk eller stikk i høyre arm|Tar ikke imot blod eller blodplasma|Skal ikke ligge flatt',
)
export const limitations = split(
  'Ikke respirator og ikke intensivbehandling ved forverring.|Vurdert sammen med pasienten og datteren.',
)
/** At most 80 characters: the reason of a clarification of treatment (ki schema, `begrunnelse`). */
export const reasons = split(
  'Pasienten ønsker ikke gjenoppliving ved hjertestans.|Langtkommet hjertesvikt|Svært liten utsikt til å overleve hjertestans',
)
export const goals = split('Lindring og mest mulig tid hjemme|Full behandling ellers|Behandling på sykehjemmet')
