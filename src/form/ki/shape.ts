/** The namespace of the XML form. */
export const kiNamespace = 'urn:kritinfo:kritisk-informasjon:1'

/** Name of the root element; it stands for the member `format`, which XML does not repeat. */
export const kiRootName = 'kritiskInformasjon'

/**
 * The form of a `ki` document without its rules: which members there are, in which order, and what each holds.
 * XML needs it, since an element does not say whether it is a text, a number or a list; messages need it to
 * say what was meant. A test holds it against the schema.
 */
export type Shape = 'text' | 'number' | 'boolean' | 'json' | ListShape | ObjectShape

/** A list; in XML a wrapper around elements of the name `item`. */
export interface ListShape {
  readonly item: string
  readonly of: Shape
}

export interface ObjectShape {
  readonly members: ReadonlyMap<string, Shape>
}

function object(members: Readonly<Record<string, Shape>>): ObjectShape {
  return { members: new Map(Object.entries(members)) }
}

function list(item: string, of: Shape): ListShape {
  return { item, of }
}

const kode = object({ system: 'text', kode: 'text', visning: 'text', valgt: 'boolean' })
const kodeMedVisning = object({ kode: 'text', visning: 'text' })
const koder = list('kode', kode)
const begrep = object({ koder, spesifisering: 'text' })
const utvidelser = list('utvidelse', object({ url: 'text', sti: 'text', verdi: 'json' }))
const hendelse = object({ dato: 'text', alder: object({ verdi: 'number', enhet: 'text' }), mangler: 'text' })
const virksomhet = object({ organisasjonsnummer: 'text', navn: 'text' })
const helsepersonell = object({ hprNummer: 'text', navn: 'text', rolle: 'text', rolleVisning: 'text', virksomhet })
const signatur = object({ tidspunkt: 'text', av: helsepersonell })

const pasient = object({
  identifikator: object({ type: 'text', verdi: 'text', system: 'text' }),
  navn: object({ fornavn: list('navn', 'text'), mellomnavn: list('navn', 'text'), etternavn: 'text' }),
  fodselsdato: 'text',
  kjonn: 'text',
  adresse: object({ linjer: list('linje', 'text'), postnummer: 'text', poststed: 'text', land: 'text' }),
  utvidelser,
})

/** The members of all types of record together; which type may have which is the schema's to say. */
const registrering = object({
  id: 'text',
  versjonsnummer: 'text',
  type: 'text',
  status: 'text',
  kilder: list('kilde', kodeMedVisning),
  registrert: signatur,
  endret: signatur,
  hendelse,
  gyldigTil: 'text',
  kommentar: 'text',
  kategori: 'text',
  sannsynlighet: 'text',
  alvorlighetsgrad: 'text',
  agens: object({ koder, tekst: 'text', hjelpestoff: 'boolean' }),
  reaksjoner: list('reaksjon', object({ system: 'text', kode: 'text', visning: 'text', tekst: 'text' })),
  spesifisering: 'text',
  intubasjon: object({ gradering: kodeMedVisning, maskeventilasjon: kodeMedVisning }),
  tilstand: begrep,
  implantat: begrep,
  implantert: hendelse,
  behandling: begrep,
  start: hendelse,
  endring: begrep,
  begrunnelse: 'text',
  behandlingsmal: 'text',
  varighet: kodeMedVisning,
  utvidelser,
})

/** The whole document. */
export const documentShape: ObjectShape = object({
  format: 'text',
  versjon: 'text',
  pasient,
  innsyn: object({ reservasjon: 'boolean', sperring: 'boolean' }),
  registreringer: list('registrering', registrering),
})

/** What stands, or would stand, at a place; undefined where the form has no such place. */
export function shapeAt(path: readonly (string | number)[]): Shape | undefined {
  let shape: Shape | undefined = documentShape
  for (const step of path) {
    if (shape === undefined || typeof shape === 'string') return undefined
    shape = isList(shape) ? itemAt(shape, step) : memberAt(shape, step)
  }
  return shape
}

/** Tells a list from an object. */
export function isList(shape: ListShape | ObjectShape): shape is ListShape {
  return 'item' in shape
}

function itemAt(shape: ListShape, step: string | number): Shape | undefined {
  return typeof step === 'number' ? shape.of : undefined
}

function memberAt(shape: ObjectShape, step: string | number): Shape | undefined {
  return typeof step === 'string' ? shape.members.get(step) : undefined
}
