import { decodeText } from './charset.ts'

/** What the dictionary of compressed RTF is filled with before the first byte (MS-OXRTFCP section 2.1.2.1). */
const prefill =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const compressed = 0x75465a4c
const stored = 0x414c454d

/** RTF out of its compression (MS-OXRTFCP section 2.2), at most so many bytes of it; '' for what is none. */
export function decompressedRtf(bytes: Buffer, most: number): string {
  if (bytes.length < 16) return ''
  const length = Math.min(bytes.readUInt32LE(4), most)
  const kind = bytes.readUInt32LE(8)
  if (kind === stored) return bytes.toString('latin1', 16, 16 + length)
  return kind === compressed ? unpacked(bytes.subarray(16), length) : ''
}

function unpacked(bytes: Buffer, length: number): string {
  const ring = Buffer.alloc(4096)
  let write = ring.write(prefill, 'latin1')
  const out = Buffer.alloc(length)
  let at = 0
  let made = 0
  const put = (byte: number) => {
    if (made < length) out[made++] = byte
    ring[write] = byte
    write = (write + 1) % 4096
  }
  while (at < bytes.length && made < length) {
    const control = bytes[at++]!
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) put(bytes[at++]!)
      else {
        const reference = (bytes[at]! << 8) | (bytes[at + 1] ?? 0)
        at += 2
        const from = reference >> 4
        if (from === write) return out.toString('latin1', 0, made)
        for (let i = 0; i < (reference & 15) + 2; i++) put(ring[(from + i) % 4096]!)
      }
    }
  }
  return out.toString('latin1', 0, made)
}

/** Groups that hold no words of the letter. */
const silent =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|generator|listtable|themedata|xmlnstbl)$/
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi

/** The words of RTF, one line for each paragraph. HTML that Outlook hid in it (MS-OXRTFEX) gives its words too. */
export function rtfText(rtf: string): string {
  const charset = `windows-${/\\ansicpg(\d{3,5})/.exec(rtf)?.[1] ?? '1252'}`
  const out: string[] = []
  const outer: boolean[] = []
  let quiet = false
  let bytes: number[] = []
  let skip = 0
  const say = (text: string) => {
    if (bytes.length > 0) out.push(decodeText(Buffer.from(bytes), charset))
    bytes = []
    if (text !== '') out.push(text)
  }
  for (const [, word, number, hex, symbol, brace, plain] of rtf.matchAll(token)) {
    if (brace === '{') outer.push(quiet)
    else if (brace === '}') quiet = outer.pop() ?? false
    else if (symbol === '*' || (word && silent.test(word))) quiet = true
    else if (word === 'htmlrtf') quiet = number !== '0'
    else if (quiet) continue
    else if (hex !== undefined) {
      if (skip > 0) skip--
      else bytes.push(Number.parseInt(hex, 16))
    } else if (word === 'par' || word === 'line' || word === 'row') say('\n')
    else if (word === 'tab' || word === 'cell') say('\t')
    else if (word === 'u') {
      say(String.fromCharCode(Number(number) & 0xffff))
      skip = 1
    } else if (symbol === '~') say('\u00a0')
    else if (symbol && '\\{}'.includes(symbol)) say(symbol)
    else if (plain !== undefined) {
      say(plain.slice(skip))
      skip = 0
    }
  }
  say('')
  return out.join('').trim()
}
