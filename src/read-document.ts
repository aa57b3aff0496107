import { fhirModel } from './definition/model.ts'
import type { Limits } from './document/limits.ts'
import { read } from './document/read.ts'
import type { Tree } from './document/tree.ts'
import { sfmXmlForm } from './form/dialect/sfm-xml-read.ts'
import { kiXmlForm } from './form/ki/xml.ts'

/**
 * Reads a document of any of the four forms, JSON or XML, from its bytes or its text.
 *
 * @throws KritinfoError with line and column of everything that keeps the document from being read.
 */
export function readDocument(input: Uint8Array | string, limits?: Partial<Limits>): Tree {
  return read(input, {
    model: fhirModel(),
    xmlForms: [kiXmlForm, sfmXmlForm],
    ...(limits === undefined ? {} : { limits }),
  })
}
