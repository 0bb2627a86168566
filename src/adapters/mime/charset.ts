/** What German mail programs mean when they say nothing or something wrong: the superset of Latin-1. */
const fallback = 'windows-1252'

/** Names that say nothing, and names whose bytes are often UTF-8 in truth. */
const unsaid =
  /^(?:|us-?ascii|ascii|ansi_x3\.4-1968|utf-?8|unicode-1-1-utf-8|unknown(?:-8bit)?|x-unknown|default|8bit|7bit|binary)$/
const latin = /^(?:iso-?8859-?1(?:5)?|latin-?1|l1|(?:cp|windows-?|x-cp)1252|ansi)$/
const aliases: Record<string, string> = {
  latin1: fallback,
  'latin-1': fallback,
  l1: fallback,
  ansi: fallback,
  cp1252: fallback,
  windows1252: fallback,
  'iso8859-15': 'iso-8859-15',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
}

/** Bytes as text; never throws. What cannot be decoded becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, declared: string): string {
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (unsaid.test(name) || latin.test(name)) {
    const utf8 = asUtf8(bytes)
    if (utf8 !== null) return utf8
  }
  const decoder = decoderFor(aliases[name] ?? name) ?? (unsaid.test(name) ? decoderFor(fallback) : null)
  if (decoder) return decoder.decode(bytes)
  return asUtf8(bytes) ?? decoderFor(fallback)!.decode(bytes)
}

/** Whether `decodeText` knows this name itself; a few old ones (UTF-7, CP850) only mailparser's decoder does. */
export function knowsCharset(declared: string): boolean {
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  return unsaid.test(name) || decoderFor(aliases[name] ?? name) !== null
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return name === '' ? null : new TextDecoder(name)
  } catch {
    return null
  }
}
