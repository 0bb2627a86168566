/** One published case: a mail and what its set expects of it. */
export interface QuoteFixture {
  set: string
  name: string
  /** What stands in the mail: plain text, HTML, or a whole mail. */
  given: { kind: 'text' | 'html'; text: string } | { kind: 'mail'; bytes: Buffer }
  /** Which of our texts the set speaks of; the reason stands in its reader. */
  view: View
  expected: Expected
}

/**
 * whole: newest text with everything below it. without-footer: without the block below a delimiter, without
 * "Sent from my …"; the greeting stays. body: without greeting and signature.
 */
export type View = 'whole' | 'without-footer' | 'body'

export type Expected =
  /** The whole newest text. `spaces: 'none'`: the set compares without any white space. */
  | { kind: 'text'; text: string; spaces: 'normal' | 'none' }
  /** Only parts are named. */
  | { kind: 'claims'; claims: Claim[] }

export interface Claim {
  where: 'newest' | 'quoted' | 'footer'
  holds: boolean
  what: RegExp | string
}

const germanName = /german|(?:^|[_-])de(?:$|[_.-])/i
const germanMark =
  /\bschrieb\b|^[>*\s]*(?:Gesendet|Betreff|Datum): |Ursprüngliche Nachricht|Antwort Nachricht|Weitergeleitete Nachricht|Von meinem/im

/** Whether a fixture belongs to the German part: its name says so, or a German mail program has left its marks. */
export function isGerman(fixture: QuoteFixture): boolean {
  const text = fixture.given.kind === 'mail' ? fixture.given.bytes.toString('utf8') : fixture.given.text
  return germanName.test(fixture.name) || germanMark.test(text)
}
