import { bare, longestLine, type QuoteHead } from './quoteHead.ts'
import { attributionStart, wrote } from './quoteWords.ts'

/* "Am 12.03.24 um 10:11 schrieb Max <max@mail.example>:", the line above a quote, over up to five lines. */

/** "10:12", "10.12" (but not the day and month of a date), "10h12", "10 Uhr" */
const timeOfDay = /\b\d{1,2}[:h]\d{2}\b|(?<![\d.])\d{1,2}\.\d{2}(?![\d.])|\d{1,2} uhr\b/iu
const year = /\b(?:19|20)\d{2}\b/u
const address = /[^\s<>@]{1,80}@[^\s<>@]{1,80}/u
/** "12.03.24", "12. März 2024", "2024-03-12" */
const fullDate =
  /\b\d{1,2}[./] ?\d{1,2}[./] ?\d{2,4}\b|\b\d{1,2}\.? ?(?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}\b|\b\p{L}{3,12}\.? \d{1,2},? \d{4}\b|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/u
/** Inside a head such a line means that the head begins here and what stood above is the answer. */
const restart = /^(?:am|on|le|el|il|op|den|em)\s.{0,40}\d/iu
const senderAtEnd = /<\s?(?:mailto:)?[^<>@]{1,120}@[^\s<>@]{1,80}(?:<mailto:[^<>]{1,200}>)?\s?>{1,2}"?\s?:?$/u
const isoDateStart = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\b/u
/** Lotus Notes: "Max Muster---12.03.2024 10:11:12---Sehr geehrte …" */
const notes = /^.{0,80}---\d{1,2}[./]\d{1,2}[./]\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: [ap]m)?---/iu

/*
 * People tell of letters with the same words: "Am 12.03. um 8 Uhr schrieb mir die Lehrerin:". A program puts a name there,
 * without article, pronoun or title. Capital letters are names ("Die Brücke e. V.").
 */
const toldInGerman =
  /\b(?:schrieb|schreibt)(?: \p{L}+)? (?:mir|uns|ihm|ihr|ihnen|euch|dir|sie|er|es|ich|wir|man|mein\p{L}*|unser\p{L}*|sein\p{L}*|ihre?[rsnm]?|eure?\p{L}*|dein\p{L}*|die|der|das|dem|den|ein|eine[rsnm]?|kein\p{L}*|jemand|dann|noch|auch|schon|wieder|plötzlich|folgendes|(?:Frau|Herrn?) \p{L}+)(?!\p{L})|\bschrieb (?:Frau|Herrn?) |^(?:(?:[Mm]ein|[Uu]nser|[Ss]ein|[Ii]hr|[Ee]in)\p{L}{0,2}|[Dd]ie|[Dd]er|[Dd]as|Frau|Herr) [^<>]* schrieb/u
/** Whoever is written to is not named by a program, whatever else stands there. */
const toTheTeller =
  /\b(?:schrieb|schreibt)(?: \p{L}+)? (?:mir|uns|ihm|ihr|ihnen|euch)(?!\p{L})|\bwrote (?:to )?(?:me|us|him|her|them)\b/u
const toldInEnglish =
  /\b(?:he|she|they|we|i|the \p{L}+|my \p{L}+|our \p{L}+|his \p{L}+|her \p{L}+|mrs?\.? \p{L}+) wrote\b/iu
/** A sentence ends inside: "… war ich dort. Danach hat sie geschrieben:" */
const twoSentences = /\p{Ll}{4}[.!?] \p{Lu}/u
/** Open-Xchange and Yahoo: "… hat am … geschrieben:", "… hat Max <…> Folgendes geschrieben:" */
const german = /(?<!\p{L})geschrieben(?!\p{L})/iu

/** The attribution that begins at line `at`, or null. `at` must be its first line. */
export function attributionAt(lines: readonly string[], at: number): QuoteHead | null {
  const first = bare(lines, at)
  if (first.includes('---') && notes.test(first.slice(0, longestLine)))
    return { from: at, to: at + 1, kind: 'attribution' }
  const opened = attributionStart.test(first)
  // A head of several lines must open like one, or the last words of the answer above would be taken along.
  const most = opened || startsWithSender(first) ? 6 : 1
  let joined = ''
  for (let i = at; i < Math.min(at + most, lines.length); i++) {
    const line = bare(lines, i)
    if (line === '' && !(opened && i === at + 1)) return null
    joined = joined === '' ? line : line === '' ? joined : `${joined} ${line}`
    if (joined.length > longestLine || (i > at && restart.test(line))) return null
    if (!couldEnd(line)) continue
    const strength = strengthOf(joined, { opened, lines: i - at + 1 })
    if (!strength) continue
    const apart = at === 0 || bare(lines, at - 1) === '' || address.test(joined)
    return {
      from: at,
      to: i + 1,
      kind:
        strength === 'strong' && apart && !speechFollows(lines, i + 1, joined)
          ? 'attribution'
          : 'weak-attribution',
    }
  }
  return null
}

/** A colon, dashes, the address or the verb: how such heads end; old Gmail wrote no more than date and name. */
function couldEnd(line: string): boolean {
  return /[:：>\-*_]$|(?:wrote|schrieb|geschrieben|écrit)$/iu.test(line) || isoDateStart.test(line)
}

function strengthOf(joined: string, head: { opened: boolean; lines: number }): 'strong' | 'weak' | null {
  const text = joined.replace(/[*_\s-]+$/u, '')
  const colon = /[:：]$/u.test(text)
  const dashed = /^-{2,}/.test(joined) && /-{2,}$/.test(joined)
  const sender = senderAtEnd.test(text)
  const timed = timeOfDay.test(text)
  if (!wrote.test(text)) {
    const moment = timed && year.test(text)
    // Old Gmail, Yandex and Mail.ru have no verb; some programs say "sent:".
    if (colon && moment && (sender || (head.opened && address.test(text) && /\bsent:$/iu.test(text))))
      return 'strong'
    if (sender && isoDateStart.test(text)) return timed ? 'strong' : 'weak'
    if (isoDateStart.test(text) && /\bGMT[+-]\d{2}:\d{2} \p{L}/u.test(text)) return 'strong'
    // A language that the words do not know: nobody but a program puts moment and address into such a line.
    return colon && moment && /<[^<>\s]{1,80}@[^<>\s]{1,80}>/u.test(text) ? 'weak' : null
  }
  if (dashed) return 'strong'
  const withAddress = address.test(text)
  if (toTheTeller.test(text) || twoSentences.test(text) || (!withAddress && told(text))) return null
  const ends = /(?:wrote|schrieb|geschrieben|écrit)$/iu.test(text)
  if (!colon && !(timed && withAddress && (sender || ends))) return null
  // "Am 12. März 2024 schrieb Jonas:" and "Jonas schrieb um 10:15:" are told by people; programs know day and time.
  const dated = timed && fullDate.test(text)
  // Above a quote in our own answers (texts/letters/answerLetter.ts), and a usual phrase.
  if (/^ihre nachricht vom/iu.test(text)) return 'weak'
  const addressed = withAddress && (timed || /<[^<>]*@|\[mailto:/u.test(text))
  return (addressed || dated) && (head.opened || head.lines === 1 || withAddress) ? 'strong' : 'weak'
}

function told(text: string): boolean {
  if (german.test(text)) return !/ hat am \d/u.test(text)
  return toldInGerman.test(text) || toldInEnglish.test(text)
}

/** People put what they cite into quotation marks. */
function speechFollows(lines: readonly string[], at: number, head: string): boolean {
  if (address.test(head)) return false
  const next = bare(lines, at) || bare(lines, at + 1)
  return /^[„“"»«‚]/u.test(next)
}

/** "Max Muster <max@web.example> schrieb am …:" broken over two lines. */
function startsWithSender(line: string): boolean {
  return /^[^<>]{0,80}<[^\s<>@]{1,80}@[^\s<>@]{1,80}>/u.test(line)
}
