import { domainToASCII } from 'node:url'

/** A mail with more signatures of its own domain than this is not a person's. */
const mostSignatures = 5
const longestHead = 1024 * 1024

/**
 * The mail in pieces, its head first and with only those DKIM signatures that can speak for the sender: no others may cost us
 * questions to strangers' name servers and a hash of the body each. ARC is not looked at, so its signatures go as well.
 */
export function* withOwnSignatures(mail: Buffer, fromDomain: string): Generator<Buffer> {
  const end = headEnd(mail)
  let kept = 0
  const fields = mail
    .toString('latin1', 0, end)
    .split(/(?<=\n)(?![ \t])/)
    .filter(field => {
      if (/^arc-/i.test(field)) return false
      if (!/^dkim-signature[ \t]*:/i.test(field)) return true
      return mayAlign(signingDomain(field), fromDomain) && ++kept <= mostSignatures
    })
  yield Buffer.from(fields.join(''), 'latin1')
  const piece = 64 * 1024
  for (let from = end; from < mail.length; from += piece) yield mail.subarray(from, from + piece)
}

/**
 * Whether two domains can belong to one organisation: their last two labels are one. Wider than the alignment of DMARC, which
 * mailauth decides.
 */
export function mayAlign(one: string, other: string): boolean {
  const [a, b] = [one, other].map(domain => domainToASCII(domain).split('.').slice(-2).join('.'))
  return a !== '' && a === b
}

function signingDomain(field: string): string {
  const tag = /(?:^|[;:])\s*d\s*=\s*([^;\s]+)/i.exec(field.replace(/\r?\n/g, ''))
  return tag?.[1] ?? ''
}

/** Index behind the line end before the blank line; the head can be long, but not longer than `longestHead`. */
function headEnd(mail: Buffer): number {
  const blank = /\r?\n\r?\n/.exec(mail.toString('latin1', 0, longestHead))
  return blank ? blank.index + blank[0].length : Math.min(mail.length, longestHead)
}
