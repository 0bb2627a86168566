const LF = 0x0a
const CR = 0x0d

/** The mail without what some programs put before its first line: a byte order mark, blank lines. */
export function readableStart(raw: Buffer): Buffer {
  let start = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0
  while (raw[start] === LF || raw[start] === CR) start++
  return withLineFeeds(start === 0 ? raw : raw.subarray(start))
}

/** Old Macs ended lines with a lone CR; only then is there no LF at all. */
function withLineFeeds(mail: Buffer): Buffer {
  if (mail.includes(LF) || !mail.includes(CR)) return mail
  const copy = Buffer.from(mail)
  for (let i = copy.indexOf(CR); i >= 0; i = copy.indexOf(CR, i + 1)) copy[i] = LF
  return copy
}

/** Index behind the blank line that ends the headers; the length if there is none. */
export function headEnd(mail: Buffer): number {
  for (let i = mail.indexOf(LF); i >= 0; i = mail.indexOf(LF, i + 1)) {
    if (mail[i + 1] === LF) return i + 2
    if (mail[i + 1] === CR && mail[i + 2] === LF) return i + 3
  }
  return mail.length
}
