/**
 * Writing XML, apart from the core: the XML builder asks for modules of Node (or their stand-ins in a browser bundle).
 * Reading XML needs none of it and is part of `read`.
 */
export { writeXml } from './document/xml-write.ts'
export { writeSfmXml } from './form/dialect/sfm-xml-write.ts'
export { writeKiXml } from './form/ki/xml-write.ts'
