/**
 * The `ki` form as types: one document of critical information per patient. The schema
 * (`profiles/kritinfo.ki/ki.schema.json`) is the authority, and names the sources of every member.
 */
import type { Decimal, Json } from '../../document/json.ts'

/** A document: kritisk informasjon, critical information. */
export interface KiDokument {
  readonly format: 'kritisk-informasjon'
  readonly versjon: '1.0'
  readonly pasient: Pasient
  readonly innsyn?: Innsyn
  readonly registreringer: readonly Registrering[]
}

/** The patient; empty when the identity travels beside the records. */
export interface Pasient {
  readonly identifikator?: Identifikator
  readonly navn?: Navn
  /** Date of birth: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly fodselsdato?: string
  /** Gender: female, male, other, unknown. */
  readonly kjonn?: 'kvinne' | 'mann' | 'annet' | 'ukjent'
  readonly adresse?: Adresse
  readonly utvidelser?: readonly Utvidelse[]
}

/** An identifier of the patient; `system` belongs to the type `annet` (other) only. */
export type Identifikator =
  | { readonly type: 'annet'; readonly verdi: string; readonly system: string }
  | { readonly type: 'fodselsnummer' | 'dNummer' | 'fellesHjelpenummer' | 'dufNummer'; readonly verdi: string }

/** Given, middle and family names. */
export interface Navn {
  readonly fornavn?: readonly string[]
  readonly mellomnavn?: readonly string[]
  readonly etternavn?: string
}

/** An address: lines, postal code, town, country. */
export interface Adresse {
  readonly linjer?: readonly string[]
  readonly postnummer?: string
  readonly poststed?: string
  readonly land?: string
}

/** Privacy signals: opted out, or closed without extra consent. Absent is unknown. */
export interface Innsyn {
  readonly reservasjon?: boolean
  readonly sperring?: boolean
}

/** A code from a code system; `valgt` marks the one the author chose. */
export interface Kode {
  readonly system?: string
  readonly kode: string
  readonly visning?: string
  readonly valgt?: boolean
}

/** A code of the one code system that its place implies. */
export interface KodeMedVisning {
  readonly kode: string
  readonly visning?: string
}

/** What the source carried and this form has no place for: extension URL, place in the source, content. */
export interface Utvidelse {
  readonly url: string
  readonly sti?: string
  readonly verdi: Json
}

/** A health professional in a role (Volven 9060), and the organisation. */
export interface Helsepersonell {
  readonly hprNummer?: string
  readonly navn?: string
  readonly rolle?: string
  readonly rolleVisning?: string
  readonly virksomhet?: Virksomhet
}

/** An organisation. */
export interface Virksomhet {
  readonly organisasjonsnummer?: string
  readonly navn?: string
}

/** When something was done to the record, and by whom. */
export interface Signatur {
  readonly tidspunkt?: string
  readonly av?: Helsepersonell
}

/** When something happened: a date, an age (UCUM unit), or the reason why neither is known. */
export type Hendelse =
  | { readonly dato: string }
  | { readonly alder: Alder }
  | { readonly mangler: 'ukjent' | 'ikkeOppgitt' }

/** An age: years, months, weeks, days, hours or minutes. */
export interface Alder {
  readonly verdi: number | Decimal
  readonly enhet: 'a' | 'mo' | 'wk' | 'd' | 'h' | 'min'
}

/** A concept: codes that say the same, and a specification in words. */
export interface Begrep {
  readonly koder?: readonly Kode[]
  readonly spesifisering?: string
}

/** What somebody reacts to: codes, free text, and whether it is an excipient of the product named. */
export interface Agens {
  readonly koder?: readonly Kode[]
  readonly tekst?: string
  readonly hjelpestoff?: boolean
}

/** A kind of reaction; Volven 7497 unless `system` says otherwise. */
export interface Reaksjon {
  readonly system?: string
  readonly kode?: string
  readonly visning?: string
  readonly tekst?: string
}

/** Findings at intubation: grading of access (Volven 7515), ventilation by mask (Volven 7516). */
export interface Intubasjon {
  readonly gradering?: KodeMedVisning
  readonly maskeventilasjon?: KodeMedVisning
}

/** Active, refuted, deleted as an error. */
export type Status = 'aktiv' | 'avkreftet' | 'slettet'

/** What every record has. */
export interface Felles {
  readonly id: string
  readonly versjonsnummer?: string
  readonly status: Status
  readonly kilder?: readonly KodeMedVisning[]
  readonly registrert?: Signatur
  readonly endret?: Signatur
  readonly gyldigTil?: string
  readonly kommentar?: string
  readonly utvidelser?: readonly Utvidelse[]
}

/** What happened, or was discovered, at some time. */
export interface Hendt extends Felles {
  readonly hendelse?: Hendelse
}

/** What the two kinds of hypersensitivity share; `sannsynlighet` (probability) only while active. */
export interface Overfolsomhet extends Hendt {
  readonly sannsynlighet?: 'mistenkt' | 'sannsynlig' | 'bekreftet'
  readonly alvorlighetsgrad?: 'alvorlig' | 'mindreAlvorlig' | 'ukjent'
  readonly agens?: Agens
  readonly reaksjoner?: readonly Reaksjon[]
}

/** Adverse drug reaction. */
export interface Legemiddelreaksjon extends Overfolsomhet {
  readonly type: 'legemiddelreaksjon'
}

/** Other allergy: food, environment, biological. */
export interface AnnenAllergi extends Overfolsomhet {
  readonly type: 'annenAllergi'
  readonly kategori?: 'mat' | 'miljo' | 'biologisk'
}

/** Intubation problem, or other problem with anaesthesia. */
export interface Anestesiproblem extends Hendt {
  readonly type: 'intubasjonsproblem' | 'annetProblemVedAnestesi'
  readonly spesifisering?: string
  readonly intubasjon?: Intubasjon
}

/** Critical medical condition, or infection. */
export interface TilstandEllerSmitte extends Hendt {
  readonly type: 'kritiskMedisinskTilstand' | 'smitte'
  readonly tilstand?: Begrep
}

/** Ongoing treatment. */
export interface PagaendeBehandling extends Felles {
  readonly type: 'pagaendeBehandling'
  readonly behandling?: Begrep
  readonly start?: Hendelse
}

/** Implant: biological (`tilstand`, with `hendelse`) or mechanical (`implantat`, `implantert`), never both. */
export interface Implantat extends Hendt {
  readonly type: 'implantat'
  readonly tilstand?: Begrep
  readonly implantat?: Begrep
  readonly implantert?: Hendelse
}

/** Limitation of life-prolonging treatment. */
export interface Avgrensning extends Felles {
  readonly type: 'avgrensningAvLivsforlengendeBehandling'
}

/** Other change of procedure. */
export interface AnnenProsedyreendring extends Felles {
  readonly type: 'annenProsedyreendring'
  readonly endring?: Begrep
}

/** No resuscitation, and clarified treatment: reason, goal, duration (Volven 7655). */
export interface Behandlingsavklaring extends Felles {
  readonly type: 'behandlingsavklaring'
  readonly begrunnelse?: string
  readonly behandlingsmal?: string
  readonly varighet?: KodeMedVisning
}

/** One record of critical information. */
export type Registrering =
  | Legemiddelreaksjon
  | AnnenAllergi
  | Anestesiproblem
  | TilstandEllerSmitte
  | PagaendeBehandling
  | Implantat
  | Avgrensning
  | AnnenProsedyreendring
  | Behandlingsavklaring

/** The eleven kinds of record. */
export type Registreringstype = Registrering['type']
