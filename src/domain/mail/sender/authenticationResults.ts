/** What one header says: who checked, and what was found (RFC 8601 section 2.2). */
export interface AuthenticationResults {
  /** Lower case. "" when the header names nobody, as Exchange Online writes it. */
  authservId: string
  results: MethodResult[]
}

export interface MethodResult {
  /** "dmarc", "dkim", "spf" and others, lower case. */
  method: string
  /** "pass", "fail", "none", "softfail", "temperror" …, lower case. */
  result: string
  /** What was checked, by "ptype.property", lower case: "header.d" → "kreis.example". The first of its name counts. */
  properties: ReadonlyMap<string, string>
}

/** Longer ones are not written by a server; read so that nobody can make it slow. */
const longest = 10_000

/**
 * Reads the value of one Authentication-Results header. Comments stand anywhere and mean nothing, values may be quoted,
 * methods may carry a version. null when it is none: an unknown version, or no name and no result either.
 */
export function readAuthenticationResults(value: string): AuthenticationResults | null {
  const [first = [], ...rest] = statements(value.slice(0, longest))
  if (first.some(word => word.text === '=')) {
    // Exchange Online leaves the name out and begins with the results.
    const results = [first, ...rest].flatMap(methodOf)
    return results.length > 0 ? { authservId: '', results } : null
  }
  const [name, version, ...more] = first
  if (!name || more.length > 0 || (version && version.text !== '1')) return null
  return { authservId: name.text.toLowerCase(), results: rest.flatMap(methodOf) }
}

interface Word {
  text: string
  quoted: boolean
}

/** "dkim/1 = fail reason="…" header.d=kreis.example"; "none" alone is no result. */
function methodOf(words: readonly Word[]): MethodResult[] {
  const [method, ...pairs] = pairsOf(words)
  if (!method) return []
  const properties = new Map<string, string>()
  for (const { key, value } of pairs) if (!properties.has(key)) properties.set(key, value)
  return [
    {
      method: method.key.replace(/\/.*$/s, ''),
      result: method.value.toLowerCase(),
      properties,
    },
  ]
}

/** Each "key = value"; words without one are left out, as "(sender IP is …)" without its brackets would be. */
function pairsOf(words: readonly Word[]): { key: string; value: string }[] {
  return words.flatMap((word, i) => {
    const key = keyBefore(words, i)
    const next = words[i + 1]
    if (word.text !== '=' || word.quoted || key === '' || !next) return []
    return [{ key: key.toLowerCase(), value: next.text }]
  })
}

/** "dkim/1" and "policy.expired" are one key, also where blanks and comments stand between (RFC 8601 appendix B.7). */
function keyBefore(words: readonly Word[], at: number): string {
  const [third, second, first] = [words[at - 3], words[at - 2], words[at - 1]]
  if (!first) return ''
  return third && (second?.text === '/' || second?.text === '.')
    ? `${third.text}${second.text}${first.text}`
    : first.text
}

/** The words of each statement between semicolons, without comments. */
function statements(text: string): Word[][] {
  const all: Word[][] = [[]]
  let word = null as Word | null
  const end = () => {
    if (word) all.at(-1)!.push(word)
    word = null
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '(') {
      end()
      i = behindComment(text, i) - 1
    } else if (char === '"') {
      const [quoted, after] = quotedAt(text, i)
      // A local part can be quoted: "a b"@kreis.example is one word.
      word = { text: (word?.text ?? '') + quoted, quoted: true }
      i = after - 1
    } else if (char === ';') {
      end()
      all.push([])
    } else if (char === '=' && isSeparator(all.at(-1)!, word)) {
      end()
      all.at(-1)!.push({ text: '=', quoted: false })
    } else if (/\s/.test(char)) {
      end()
    } else {
      word = { text: (word?.text ?? '') + char, quoted: word?.quoted ?? false }
    }
  }
  end()
  return all
}

/** The first "=" behind a key; those in a value ("header.b=ab==") belong to it. */
function isSeparator(words: readonly Word[], word: Word | null): boolean {
  return word ? words.at(-1)?.text !== '=' : words.at(-1) !== undefined && words.at(-1)!.text !== '='
}

/** Comments nest and may hold quoted characters (RFC 5322 section 3.2.2); an unclosed one takes the rest. */
function behindComment(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i + 1
  }
  return text.length
}

function quotedAt(text: string, from: number): [value: string, after: number] {
  let value = ''
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\' && i + 1 < text.length) value += text[++i]
    else if (text[i] === '"') return [value, i + 1]
    else value += text[i]
  }
  return [value, text.length]
}
