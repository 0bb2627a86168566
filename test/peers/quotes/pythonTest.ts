/*
 * Reads what a Python test compares, without Python: string literals, names they were given, and a few calls around
 * them. What it does not understand is null, and the assertion is left out.
 */

export interface Call {
  /** "quotations.extract_from_plain" */
  name: string
  argument: Value
}
export type Value = string | Call | null

/** The two values of each `eq_(a, b)` in the body of one test, with names as they stand there. */
export function equalities(body: string): [Value, Value][] {
  const names = new Map<string, Value>()
  return [...body.matchAll(/^ {4}(\w+) = |\beq_\(/gm)].flatMap((match): [Value, Value][] => {
    const first = valueAt(body, match.index + match[0].length, names)
    if (match[1]) {
      names.set(match[1], first.value)
      return []
    }
    return [[first.value, valueAt(body, first.end + 1, names).value]]
  })
}

/** Tests by name. */
export function testsIn(source: string): Map<string, string> {
  const parts = source.split(/^(?:@.*\n)*def /m).slice(1)
  return new Map(parts.map(part => [/^\w+/.exec(part)![0], part]))
}

function valueAt(
  source: string,
  from: number,
  names: ReadonlyMap<string, Value>,
): { value: Value; end: number } {
  let at = skipped(source, from)
  let text: string | null = null
  for (;;) {
    const literal = literalAt(source, at)
    if (!literal) break
    text = (text ?? '') + literal.value
    at = skipped(source, literal.end)
  }
  if (text !== null) return { value: text, end: at }
  const name = /^[\w.]+/.exec(source.slice(at, at + 80))?.[0]
  if (!name) return { value: null, end: at }
  at += name.length
  if (source[at] !== '(') return { value: names.get(name) ?? null, end: at }
  let inner = valueAt(source, at + 1, names)
  // RE_WHITESPACE.sub('', x) speaks of its second argument.
  if (name.endsWith('.sub')) inner = valueAt(source, inner.end + 1, names)
  const end = skipped(source, inner.end)
  return {
    value: name.endsWith('.sub') ? inner.value : { name, argument: inner.value },
    end: source[end] === ')' ? skipped(source, end + 1) : end,
  }
}

function skipped(source: string, at: number): number {
  const space = /^(?:\s|\\\n|#[^\n]*\n)*/.exec(source.slice(at, at + 400))
  return at + (space?.[0].length ?? 0)
}

function literalAt(source: string, at: number): { value: string; end: number } | null {
  const open = /^[ur]?("""|'''|"|')/.exec(source.slice(at, at + 4))
  if (!open) return null
  const quote = open[1]!
  let end = at + open[0].length
  while (end < source.length && !source.startsWith(quote, end)) end += source[end] === '\\' ? 2 : 1
  return { value: unescaped(source.slice(at + open[0].length, end)), end: end + quote.length }
}

function unescaped(text: string): string {
  return text.replace(/\\(x[\da-f]{2}|\n|.)/gi, (_, escaped: string) => {
    if (/^x/i.test(escaped) && escaped.length === 3)
      return String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return { n: '\n', r: '\r', t: '\t', '\n': '' }[escaped] ?? escaped
  })
}
