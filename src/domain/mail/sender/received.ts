/** One hop of a letter as its server wrote it down (RFC 5321 section 4.4). */
export interface Hop {
  /** The name that the client called itself: a claim. Lower case, "" when absent. */
  from: string
  /** The server that wrote the line, lower case, "" when absent. */
  by: string
  /** The address that the server saw; null when the line names none (LMTP, local submission). */
  clientIp: string | null
}

/** Reads the value of a Received header. Postfix, Exim, Exchange, Dovecot and Gmail write it each in their own way. */
export function readReceived(value: string): Hop {
  const text = value.slice(0, 4_000)
  const plain = withoutComments(text)
  const from = /^\s*from\s+(\S+)/i.exec(plain)?.[1] ?? ''
  const by = /(?:^|\s)by\s+(\S+)/i.exec(plain)?.[1] ?? ''
  return { from: hostOf(from), by: hostOf(by), clientIp: clientIpIn(text) }
}

function hostOf(word: string): string {
  return word.toLowerCase().replace(/[;,.]+$/, '')
}

/** Comments become blanks; brackets nest (RFC 5322 section 3.2.2). */
function withoutComments(text: string): string {
  let plain = ''
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '\\') i++
    else if (char === '(') depth++
    else if (char === ')' && depth > 0) depth--
    else if (depth === 0) plain += char
    if (char === ')' && depth === 0) plain += ' '
  }
  return plain
}

/**
 * The address that the server put in brackets behind the client's name: "(name [192.0.2.1])", "(192.0.2.1)" or
 * "([192.0.2.1]:25)". What the client called itself stands before the bracket and is not looked at; in the bracket the
 * server's own word comes last.
 */
function clientIpIn(text: string): string | null {
  const info = /^\s*from\s+[^\s(]*\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/i.exec(text)?.[1]
  if (info === undefined) return /^\s*from\s+\[([\da-f.:]+)\]/i.exec(text)?.[1]?.toLowerCase() ?? null
  const literals = [...info.matchAll(/\[(?:ipv6:)?([\da-f.:]+)\]/gi)].map(match => match[1]!)
  const bare = [
    ...info.matchAll(
      /(?:^|[\s([])((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?=$|[\s)\]])/gi,
    ),
  ]
  return (literals.at(-1) ?? bare.at(-1)?.[1])?.toLowerCase() ?? null
}
