const beginLine = /^begin [0-7]{3,4} ([^\r\n]{0,255})\r?$/

/** A file that stands uuencoded between the lines of a text, as programs before MIME put it there. */
export interface UuFile {
  name: string
  bytes: Buffer
}

/** The files in a text, and the text without them. Only whole blocks count: words that begin with "begin" stay. */
export function takeUuFiles(text: string): { text: string; files: UuFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const files: UuFile[] = []
  const rest: string[] = []
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const name = beginLine.exec(lines[i]!)?.[1]
    const block = name === undefined ? null : blockFrom(lines, i + 1)
    if (name === undefined || !block) rest.push(lines[i]!)
    else {
      files.push({ name: name.trimEnd(), bytes: block.bytes })
      i = block.last
    }
  }
  return { text: rest.join('\n'), files }
}

function blockFrom(lines: readonly string[], from: number): { bytes: Buffer; last: number } | null {
  const out: Buffer[] = []
  for (let i = from; i < lines.length; i++) {
    if (lines[i]!.trim() === 'end') return { bytes: Buffer.concat(out), last: i }
    const bytes = lineBytes(lines[i]!)
    if (!bytes) return null
    out.push(bytes)
  }
  return null
}

/** null for a line that is not uuencoded. The first character is the number of bytes, four others make three of them. */
function lineBytes(line: string): Buffer | null {
  const text = line.replace(/\r$/, '')
  if (text === '' || text === '`' || text === ' ') return Buffer.alloc(0)
  const length = (text.charCodeAt(0) - 32) & 63
  if (!/^[ -`]+$/.test(text) || text.length < 1 + Math.ceil((length * 4) / 3) - 2) return null
  const out = Buffer.alloc(Math.ceil(length / 3) * 3)
  for (let i = 1, at = 0; at < length; i += 4, at += 3) {
    const [a, b, c, d] = [0, 1, 2, 3].map(k => ((text.charCodeAt(i + k) || 32) - 32) & 63)
    out[at] = (a! << 2) | (b! >> 4)
    out[at + 1] = (b! << 4) | (c! >> 2)
    out[at + 2] = (c! << 6) | d!
  }
  return out.subarray(0, length)
}
