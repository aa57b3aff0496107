import { isObject, type Json } from '../document/json.ts'

/** A type name is no patient's value; anything else in its place is not repeated. */
export function rootName(root: Json): string {
  const type = isObject(root) ? root.resourceType : undefined
  return typeof type === 'string' && /^[A-Za-z]{1,64}$/.test(type) ? type : 'not a resource'
}
