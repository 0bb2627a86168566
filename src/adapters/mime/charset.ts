import { dosText, fromUtf7 } from './oldCharsets.ts'

/** What German mail programs mean when they say nothing or something wrong: the superset of Latin-1. */
const fallback = 'windows-1252'

/** Names that say nothing, and names whose bytes are often UTF-8 in truth. */
const unsaid =
  /^(?:|us-?ascii|ascii|ansi_x3\.4-1968|utf-?8|unicode-1-1-utf-8|unknown(?:-8bit)?|x-unknown|default|8bit|7bit|binary)$/
const latin = /^(?:iso[-_]?8859[-_]?1(?:5)?|latin-?1|l1|(?:cp|windows-?|x-cp)1252|ansi)$/
const aliases: Record<string, string> = {
  latin1: fallback,
  'latin-1': fallback,
  l1: fallback,
  ansi: fallback,
  cp1252: fallback,
  windows1252: fallback,
  'iso8859-1': fallback,
  'iso8859-15': 'iso-8859-15',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
}
const utf7 = /^(?:x-)?(?:unicode-1-1-)?utf-?7$/
const dos = /^(?:cp|ibm|cs)?-?(437|850|858)$/

const decoders = new Map<string, InstanceType<typeof TextDecoder> | null>()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const lenientUtf8 = new TextDecoder('utf-8')

/** Bytes as text; never throws. What cannot be decoded becomes U+FFFD; a name that nobody knows is guessed. */
export function decodeText(bytes: Uint8Array, declared: string): string {
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (unsaid.test(name) || latin.test(name)) {
    const utf8 = asUtf8(bytes)
    if (utf8 !== null) return utf8
  }
  if (unsaid.test(name)) return mostlyUtf8(bytes)
  // Labels of the Encoding Standard leave the byte order to the mark.
  if (name === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff)
    return decoderFor('utf-16be')!.decode(bytes)
  const decoder = decoderFor(aliases[name] ?? name)
  if (decoder) return decoder.decode(bytes)
  if (utf7.test(name)) return fromUtf7(bytes)
  const page = dos.exec(name)?.[1]
  if (page) return dosText(bytes, page)
  return asUtf8(bytes) ?? decoderFor(fallback)!.decode(bytes)
}

/** Broken UTF-8, or what only claims to be UTF-8: then not one of its characters outside ASCII is whole. */
function mostlyUtf8(bytes: Uint8Array): string {
  const text = lenientUtf8.decode(bytes)
  return /[^\0-\x7f\ufffd]/.test(text) ? text : decoderFor(fallback)!.decode(bytes)
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | null {
  const known = decoders.get(name)
  if (known !== undefined) return known
  let decoder: InstanceType<typeof TextDecoder> | null = null
  try {
    // Names come from strangers; only those that exist are remembered, and there are few.
    decoder = name === '' ? null : new TextDecoder(name)
  } catch {
    return null
  }
  decoders.set(name, decoder)
  return decoder
}
