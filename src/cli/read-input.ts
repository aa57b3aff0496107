import { fhirModel } from '../definition/model.ts'
import { read, type ReadOptions } from '../document/read.ts'
import type { Tree } from '../document/tree.ts'
import { sfmXmlForm } from '../form/dialect/sfm-xml-read.ts'
import { kiXmlForm } from '../form/ki/xml.ts'

/** The definitions are only fetched for XML, which is what asks for them. */
const readOptions: ReadOptions = {
  get model() {
    return fhirModel()
  },
  xmlForms: [kiXmlForm, sfmXmlForm],
}

/** Reads a document as every input is read. */
export function readInput(content: Uint8Array | string): Tree {
  return read(content, readOptions)
}
