/**
 * The records of a pax header, `<length> <key>=<value>` and a line end, the length counting all of it
 * (https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_03). Undefined for anything else. Of
 * several with one key the last is meant.
 */
export function paxRecords(content: Uint8Array): ReadonlyMap<string, string> | undefined {
  const records = new Map<string, string>()
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at)
    const digits = new TextDecoder().decode(content.subarray(at, Math.min(space < 0 ? at : space, at + 10)))
    const length = /^[1-9]\d*$/.test(digits) ? Number(digits) : 0
    const end = at + length
    if (end > content.length || space + 1 >= end || content[end - 1] !== 0x0a) return undefined
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(new TextDecoder().decode(content.subarray(space + 1, end - 1))) ?? []
    if (key === undefined || value === undefined) return undefined
    records.set(key, value)
    at = end
  }
  return records
}
