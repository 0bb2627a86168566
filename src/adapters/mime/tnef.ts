import { decodeText } from './charset.ts'
import { type Property, propertiesIn } from './tnefProperties.ts'

/** A file in a winmail.dat. */
export interface TnefFile {
  name: string
  /** As the sender says; '' if nothing. */
  contentType: string
  bytes: Buffer
}

export interface Tnef {
  files: TnefFile[]
  /** Plain text of the letter; '' when it stands elsewhere. */
  text: string
  html: string
  /** Compressed RTF (MS-OXRTFCP); null when there is none. */
  rtf: Buffer | null
}

/** MS-OXTNEF section 2.1.3: attributes, as type and id in one number. */
const attributes = {
  attachRendData: 0x00069002,
  messageProperties: 0x00069003,
  attachProperties: 0x00069005,
  codepage: 0x00069007,
  attachData: 0x0006800f,
  attachTitle: 0x00018010,
  body: 0x0002800c,
} as const

/** MS-OXPROPS. */
const properties = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  data: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeTag: 0x370e,
} as const

const signature = 0x223e9f78
/** An embedded object is a message in TNEF again when its data begin with this interface (IID_IMessage). */
const message = Buffer.from('0703020000000000c000000000000046', 'hex')
const mostFiles = 1000
const deepest = 5

/**
 * What is in a winmail.dat (MS-OXTNEF), with the files of letters inside it; null when it is none or broken from the start.
 * What follows broken bytes is lost, what stands before is kept.
 */
export function tnefIn(bytes: Buffer, depth = 0): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null
  const found: Tnef = { files: [], text: '', html: '', rtf: null }
  let charset = ''
  let file: TnefFile | null = null
  for (const { id, data } of attributesIn(bytes)) {
    if (id === attributes.codepage && data.length >= 4) charset = `windows-${data.readUInt32LE(0)}`
    else if (id === attributes.body) found.text ||= text(data, charset)
    else if (id === attributes.messageProperties) readMessage(found, propertiesIn(data), charset)
    else if (id === attributes.attachRendData) {
      if (found.files.length >= mostFiles) break
      file = { name: '', contentType: '', bytes: Buffer.alloc(0) }
      found.files.push(file)
    } else if (!file) continue
    else if (id === attributes.attachTitle) file.name ||= text(data, charset)
    else if (id === attributes.attachData) file.bytes = data
    else if (id === attributes.attachProperties) readFile(file, found, propertiesIn(data), charset, depth)
  }
  found.files = found.files.filter(each => each.bytes.length > 0 || each.name !== '')
  return found
}

/** Section 2.1.3.1: level, id, length, data, checksum. Checksums are wrong so often that nobody looks at them. */
function* attributesIn(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  let at = 6
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const data = bytes.subarray(at + 9, at + 9 + length)
    if (data.length < length) return
    yield { id, data }
    at += 9 + length + 2
  }
}

function readMessage(found: Tnef, all: Property[], charset: string): void {
  for (const each of all) {
    if (each.id === properties.body) found.text ||= valueText(each, charset)
    else if (each.id === properties.html) found.html ||= valueText(each, charset)
    else if (each.id === properties.rtf) found.rtf ??= each.value
  }
}

function readFile(file: TnefFile, found: Tnef, all: Property[], charset: string, depth: number): void {
  const named = (id: number) => {
    const property = all.find(each => each.id === id)
    return property ? valueText(property, charset) : ''
  }
  file.name =
    named(properties.longFileName) || file.name || named(properties.fileName) || named(properties.displayName)
  file.contentType = named(properties.mimeTag)
  const data = all.find(each => each.id === properties.data)?.value
  if (!data || data.length === 0) return
  if (!data.subarray(0, 16).equals(message)) {
    if (file.bytes.length === 0) file.bytes = data
    return
  }
  file.bytes = data.subarray(16)
  const inner = depth < deepest ? tnefIn(file.bytes, depth + 1) : null
  if (inner) found.files.push(...inner.files.slice(0, mostFiles - found.files.length))
}

function valueText({ type, value }: Property, charset: string): string {
  return text(value, type === 'unicode' ? 'utf-16le' : charset)
}

/** Ends at the NUL that C puts behind every string. */
function text(bytes: Buffer, charset: string): string {
  return decodeText(bytes, charset)
    .replace(/\0[\s\S]*$/, '')
    .replaceAll('\r\n', '\n')
    .trim()
}
