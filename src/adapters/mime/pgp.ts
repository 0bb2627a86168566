const encrypted = /^-----BEGIN PGP MESSAGE-----[ \t]*\r?$/m
const signed = /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\r?$/m

/** OpenPGP between the lines of a text (RFC 9580 sections 6.2 and 7), without MIME. null: none. */
export function pgpIn(text: string): 'signed' | 'encrypted' | null {
  if (!text.includes('-----BEGIN PGP ')) return null
  if (encrypted.test(text)) return 'encrypted'
  return signed.test(text) ? 'signed' : null
}

/** A signed text without what only programs read: the marks, the names of hashes, the signature; dashes as they were. */
export function withoutPgpMarks(text: string): string {
  const out: string[] = []
  let where: 'outside' | 'head' | 'text' | 'signature' = 'outside'
  for (const line of text.split('\n')) {
    const mark = line.trimEnd()
    if (mark === '-----BEGIN PGP SIGNED MESSAGE-----') where = 'head'
    else if (where === 'head') where = mark === '' ? 'text' : 'head'
    else if (where === 'text' && mark === '-----BEGIN PGP SIGNATURE-----') where = 'signature'
    else if (where === 'signature') where = mark === '-----END PGP SIGNATURE-----' ? 'outside' : 'signature'
    // RFC 9580 section 7.2: a dash at the beginning of a line is escaped.
    else out.push(where === 'text' && line.startsWith('- ') ? line.slice(2) : line)
  }
  return out.join('\n')
}
