import { crc32 } from 'node:zlib'

/** Names in UTF-8 (PKWARE APPNOTE 4.4.4, bit 11). */
const utf8Names = 0x0800
/** Version 2.0 of the format is enough to read it. */
const version = 20
/** 1 January 1980, 00:00, the first date that the format knows: the same content gives the same bytes. */
const dosDate = 0x0021

/**
 * A ZIP archive whose files are stored as they are (PKWARE APPNOTE 6.3: local headers, central directory, its end). An app package
 * is a few kilobytes of PNG and JSON, so there is nothing to gain by compression.
 */
export function zipOf(files: readonly { name: string; content: string | Uint8Array }[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const content = Buffer.from(file.content)
    const facts = factsOf(name, content)
    const local = Buffer.concat([words('PK\u0003\u0004'), facts, name, content])
    central.push(
      Buffer.concat([words('PK\u0001\u0002'), u16(version), facts, u16(0, 0, 0), u32(0, offset), name]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.concat([
    words('PK\u0005\u0006'),
    u16(0, 0, files.length, files.length),
    u32(directory.length, offset),
    u16(0),
  ])
  return Buffer.concat([...locals, directory, end])
}

/** What both headers of a file have in common: version, flags, stored, time, date, checksum, sizes, lengths of name and extra. */
function factsOf(name: Buffer, content: Buffer): Buffer {
  return Buffer.concat([
    u16(version, utf8Names, 0, 0, dosDate),
    u32(crc32(content), content.length, content.length),
    u16(name.length, 0),
  ])
}

const words = (signature: string) => Buffer.from(signature, 'latin1')

function u16(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length)
  numbers.forEach((n, i) => {
    bytes.writeUInt16LE(n, 2 * i)
  })
  return bytes
}

function u32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  numbers.forEach((n, i) => {
    bytes.writeUInt32LE(n, 4 * i)
  })
  return bytes
}
