/** One hop of a letter as its server wrote it down (RFC 5321 section 4.4). */
export interface Hop {
  /** The name that the client called itself: a claim. Lower case, "" when absent. */
  from: string
  /** The name that the server found for the client's address; "" when it found or wrote none. */
  verified: string
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
  const info = clientInfo(text)
  return {
    from: hostOf(from),
    verified: verifiedName(text, info),
    by: hostOf(by),
    clientIp: clientIpIn(text, info),
  }
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
 * What the server wrote of its client in brackets behind the client's own words: "(name [192.0.2.1])", "(192.0.2.1)",
 * "([192.0.2.1]:25)", qmail "(HELO x) (192.0.2.1)". Exim repeats the client's words in there; they are taken out first.
 */
function clientInfo(text: string): string {
  // The brackets nest, "(name [192.0.2.1] (may be forged))"; a third level is nobody's custom.
  const brackets =
    /^\s*from\s+[^\s(]*((?:\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+)/i.exec(text)?.[1] ??
    // Whatever else: the part before "by" is about the client.
    /^\s*from\s+[^\s(]*(.*?)(?:\sby\s|$)/is.exec(text)?.[1] ??
    ''
  return brackets.replace(/\b(?:helo|ehlo|ident)[=\s][^\s()]*/gi, ' ')
}

/** What the client called itself stands before the bracket and is not looked at; in it the server's own word comes last. */
function clientIpIn(text: string, info: string): string | null {
  const literals = [...info.matchAll(/\[(?:ipv6:)?([\da-f.:]+)\]/gi)].map(match => match[1]!)
  const bare = [
    ...info.matchAll(
      /(?:^|[\s([])((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?=$|[\s)\]])/gi,
    ),
  ]
  const found = literals.at(-1) ?? bare.at(-1)?.[1]
  // Exim knows no name: "from [192.0.2.1] (helo=x)".
  const alone = /^\s*from\s+\[(?:ipv6:)?([\da-f.:]+)\]/i.exec(text)?.[1]
  return (found ?? alone)?.toLowerCase() ?? null
}

/**
 * The name that the server found for the address, and whose address it is: Postfix and Sendmail write it into the bracket, Exim
 * before it when the bracket tells the HELO apart. "" when there is none, or the server doubts it.
 */
function verifiedName(text: string, info: string): string {
  if (/may be forged/i.test(info)) return ''
  const named = /^\s*\((?:[^\s@()[\]]+@)?([^\s@()[\]]+)\s+\[[^\]]+\](?::\d+)?\s*\)/.exec(info)?.[1]
  if (named) return named.toLowerCase() === 'unknown' ? '' : hostOf(named)
  return hostOf(/^\s*from\s+([^\s()[\]]+)\s+\(\[[^\]]+\](?::\d+)?\s+helo=/i.exec(text)?.[1] ?? '')
}
