/** A MAPI property with its first value. */
export interface Property {
  id: number
  type: 'unicode' | 'other'
  value: Buffer
}

const unicode = 0x1f
/** Sizes of values of fixed length, filled up to four bytes (MS-OXTNEF section 2.1.3.4). */
const fixed: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}
/** Text, objects and bytes: a count, then each with its length. */
const variable = new Set([0x1e, unicode, 0x0d, 0x102])
const mostValues = 10_000

/** The properties of a message or of an attached file; what stands behind broken bytes is lost. */
export function propertiesIn(data: Buffer): Property[] {
  const found: Property[] = []
  let at = 0
  /** -1 when the bytes have ended. */
  const number = () => {
    at += 4
    return at <= data.length ? data.readUInt32LE(at - 4) : -1
  }
  for (let left = number(); left > 0 && found.length < mostValues; left--) {
    const tag = number()
    if (tag < 0) break
    const type = tag & 0x0fff
    const id = tag >>> 16
    if (id >= 0x8000) at = behindName(data, at)
    const size = fixed[type]
    const several = (tag & 0x1000) !== 0
    if (size === undefined && !variable.has(type)) break
    const count = several || size === undefined ? number() : 1
    if (count < 0 || count > mostValues) break
    for (let i = 0; i < count; i++) {
      const length = size ?? number()
      const value = data.subarray(at, at + length)
      if (length < 0 || value.length < length) return found
      at += Math.ceil(length / 4) * 4
      if (i === 0) found.push({ id, type: type === unicode ? 'unicode' : 'other', value })
    }
  }
  return found
}

/** Named properties: GUID, kind, then a number or a name. */
function behindName(data: Buffer, at: number): number {
  const kindAt = at + 16
  if (kindAt + 8 > data.length) return data.length
  const length = data.readUInt32LE(kindAt + 4)
  return kindAt + 8 + (data.readUInt32LE(kindAt) === 0 ? 0 : Math.ceil(length / 4) * 4)
}
