import { fileTypeFromBuffer } from 'file-type'

/** So much of a file is looked at. */
export const typeBytes = 64 * 1024

/** Office files are archives; which, the names in them say when the library did not get so far. */
const inArchives: [name: string, type: string][] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

/** The same for Office files from before 2007, whose streams have names in UTF-16. */
const inCompounds: [name: string, type: string][] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__nameid_version1.0', 'application/vnd.ms-outlook'],
]

/** What begins like this runs or is rendered somewhere, whatever it is called. */
const beginnings: [pattern: RegExp, type: string][] = [
  [/^<(?:!doctype\s+html|html|head|body|script|iframe|meta)\b/i, 'text/html'],
  [/^<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+)?html\b/i, 'application/xhtml+xml'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+svg[^>]*>\s*)?<svg\b/i, 'image/svg+xml'],
  [/^<\?xml\b/i, 'application/xml'],
  [/^#!/, 'text/x-shellscript'],
  [/^<\?php\b/i, 'application/x-httpd-php'],
  [/^(?:@echo (?:off|on)\b|rem [^\n]*\r?\n@?echo )/i, 'application/x-bat'],
  [/^begin:vcalendar\b/i, 'text/calendar'],
  [/^begin:vcard\b/i, 'text/vcard'],
  [/^\{\\rtf/, 'application/rtf'],
]

/** Media type by the first bytes of a file (`typeBytes` of them are enough), null when they tell none. */
export async function trueTypeOf(start: Buffer): Promise<string | null> {
  const head = start.subarray(0, typeBytes)
  if (head.length === 0) return null
  const found = await knownType(head)
  if (found === 'application/zip') return namedIn(head, inArchives, 'latin1') ?? found
  if (found === 'application/x-cfb') return namedIn(head, inCompounds, 'utf16le') ?? found
  // The library calls every XML by that name.
  return found === null || found === 'application/xml' ? (textType(head) ?? found) : found
}

async function knownType(head: Buffer): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null
  } catch {
    // It gives up on broken files in several ways; to us they are of no type.
    return null
  }
}

function namedIn(head: Buffer, names: [string, string][], encoding: BufferEncoding): string | null {
  return names.find(([name]) => head.includes(name, 0, encoding))?.[1] ?? null
}

function textType(head: Buffer): string | null {
  const text = head.subarray(0, 4096).toString('latin1')
  if (head.subarray(0, 4096).some(byte => byte < 9 || (byte > 13 && byte < 27))) return null
  const bare = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  return beginnings.find(([pattern]) => pattern.test(bare))?.[1] ?? 'text/plain'
}
