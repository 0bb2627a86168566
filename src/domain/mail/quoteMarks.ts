/*
 * Where a quoted letter begins in plain text. No standard says how a mail program quotes (RFC 3676 section 4.5 knows
 * only ">"), so these are the habits of the programs that offices and families use. Every test works on one
 * line of bounded length: letters are untrusted, and one clever line must not cost quadratic time.
 */

/** A line or block that opens a quoted letter: lines `from` up to and without `to` are its head. */
export interface QuoteHead {
  from: number
  to: number
  /**
   * block: "Von: … Gesendet: …", everything below belongs to it. attribution: "Am … schrieb …:".
   * weak-attribution: the same without time or address, to be believed only if ">" follows.
   */
  kind: 'block' | 'attribution' | 'weak-attribution'
}

const longestLine = 1000

/** "-----Ursprüngliche Nachricht-----" and its relatives; dashes on at least one side, or a fixed sentence. */
const separator =
  /^(?:[-_=*–—]{2,} ?)(?:ursprüngliche (?:nachricht|e-?mail|mail)|urspr\. nachricht|original[ -]?(?:nachricht|message|mail|appointment|termin)|originalnachricht|ursprünglicher termin|weitergeleitete (?:nachricht|e-?mail|mail)|forwarded (?:message|by .{1,80})|weitergeleitet von .{1,80}|message (?:d'origine|original|transféré|initial)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|oprindelig (?:besked|meddelelse)|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|исходное сообщение|пересылаемое сообщение|reply message|original e-?mail)\b.{0,40}$/iu
const sentenceSeparator =
  /^(?:anfang der weitergeleiteten (?:nachricht|e-?mail|mail)|begin forwarded message|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado) ?:?$/iu
/** GroupWise: ">>> Name <address> 12.04.24 10:12 >>>", after which the quoted text is not prefixed. */
const groupwise = /^>>> .{1,200}\d{1,2}[:.]\d{2}.{0,10}>>>$/u

const rule = /^[-_=*–—]{5,}$/u

const headerKinds = {
  from: 'von|from|de|da|van|fra|från|od|от|від|lähettäjä|absender|发件人|差出人|보낸 사람',
  sent: 'gesendet(?: am)?|sent|datum|date|am|envoyé(?: le)?|enviado(?: el| em)?|message du|inviato|data|verzonden|sendt|skickat|fecha|wysłano|lähetetty|odesláno|дата|отправлено|发送时间|日期|送信日時',
  to: 'an|to|à|para|a|aan|til|till|do|komu|pour|кому|kому|vastaanottaja|收件人|宛先',
  subject:
    'betreff|betr\\.?|subject|objet|sujet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat|předmět|тема|主题|件名',
  other:
    'cc|kopie|copie à|bcc|antwort an|antworten an|reply-to|priorität|wichtigkeit|importance|priority|anlagen?|anhänge|attachments?|organisation|organization',
} as const
type HeaderKind = keyof typeof headerKinds

/** "Von: Max", also "*Von:* Max" and "> Von : Max" from converted HTML. */
const headerLine = new RegExp(
  `^[*_|\\s]{0,4}(?:${Object.entries(headerKinds)
    .map(([kind, words]) => `(?<${kind}>${words})`)
    .join('|')})(?:[*_]{0,2} ?[:：][*_]{0,2}(?:\\s|$)| :)`,
  'iu',
)
/** Lotus Notes puts the whole head into one line: "Von: … An: … Datum: … Betreff: …". */
const inlineHeader = /(?:^|\s)(von|from|an|to|datum|date|gesendet|sent|betreff|subject):\s/giu

const wrote =
  /(?<!\p{L})(?:wrote|writes|schrieb|schreibt|geschrieben|écrit|escribió|scritto|escreveu|schreef|skrev|skreiv|kirjoitti|pisze|sagde|yazdı|írta|zitat von|quoting|a scris|пишет|пише)(?!\p{L})|napisał|napsal|napísal|написал|написав|έγραψε|님이|작성|のメッセージ|写道|寫道/iu
const timeOfDay = /\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\d{1,2} uhr\b/iu
const address = /[^\s<>@]{1,80}@[^\s<>@]{1,80}/u
const attributionStart =
  /^(?:(?:am|on|le|el|il|op|den|em|dnia|w dniu|dne|pe|at|zitat von|quoting)\s|[в在]|\d{1,4}[-./ ])/iu
/** Inside a head such a line means that the head begins here and what stood above is the answer. */
const restart = /^(?:am|on|le|el|il|op|den|em)\s.{0,40}\d/iu
const year = /\b(?:19|20)\d{2}\b/u
/** Old Gmail, Yandex and Mail.ru have no verb: "2016-10-24 15:36 GMT+02:00 Name <address>:". */
const senderAtEnd = /<\s?[^\s<>@]{1,80}@[^\s<>@]{1,80}>"?\s?:$/u

/** The head of a quoted letter that begins at line `at`, or null. `at` must be the first line of the head. */
export function quoteHeadAt(lines: readonly string[], at: number): QuoteHead | null {
  return separatorAt(lines, at) ?? blockAt(lines, at) ?? attributionAt(lines, at)
}

function separatorAt(lines: readonly string[], at: number): QuoteHead | null {
  const line = bare(lines, at)
  if (groupwise.test(line)) return { from: at, to: at + 1, kind: 'block' }
  const plainRule = rule.test(line)
  if (!plainRule && !separator.test(line) && !sentenceSeparator.test(line)) return null
  const next = nextFilled(lines, at + 1, 3)
  const block = next === null ? null : blockAt(lines, next)
  if (block) return { ...block, from: at }
  const attribution = next === null ? null : attributionAt(lines, next)
  if (attribution && !plainRule) return { from: at, to: attribution.to, kind: 'block' }
  // A bare rule of dashes opens a quote only together with a head; many signatures have one too.
  return plainRule ? null : { from: at, to: at + 1, kind: 'block' }
}

function blockAt(lines: readonly string[], at: number): QuoteHead | null {
  const first = kindOf(bare(lines, at))
  if (!first || first === 'other') return null
  if (inlineKinds(bare(lines, at)).size >= 3) return { from: at, to: at + 1, kind: 'block' }
  const kinds = new Set<HeaderKind>([first])
  let to = at + 1
  let continued = 0
  for (let i = at + 1; i < lines.length && i < at + 40; i++) {
    const line = bare(lines, i)
    const kind = kindOf(line)
    // The same header again opens another head.
    if (kind && kind !== 'other' && kinds.has(kind)) break
    if (kind) {
      kinds.add(kind)
      to = i + 1
      continued = 0
    } else if (line === '') {
      // HTML mails put each header into its own paragraph; a blank line ends the head unless a header follows.
      const next = nextFilled(lines, i, 2)
      if (next === null || !kindOf(bare(lines, next)) || complete(kinds)) break
    } else if (++continued > 8) break
    // Folded lists of recipients belong to the head only if another header follows (`to` moves then).
  }
  if (!complete(kinds)) return null
  return { from: at, to: endOfFold(lines, to), kind: 'block' }
}

function complete(kinds: ReadonlySet<HeaderKind>): boolean {
  return kinds.has('from') && (kinds.has('sent') || kinds.has('subject'))
}

/** A folded subject or recipient list runs on until the blank line, if that comes at once. */
function endOfFold(lines: readonly string[], to: number): number {
  return to < lines.length && bare(lines, to) !== '' && bare(lines, to + 1) === '' ? to + 1 : to
}

function attributionAt(lines: readonly string[], at: number): QuoteHead | null {
  const opened = attributionStart.test(bare(lines, at))
  let joined = ''
  for (let i = at; i < Math.min(at + 5, lines.length); i++) {
    const line = bare(lines, i)
    if (line === '' && !(opened && i === at + 1)) return null
    joined = joined === '' ? line : `${joined} ${line}`
    if (joined.length > longestLine || (i > at && restart.test(line))) return null
    if (!/[:：]\s*[*_-]{0,3}$/u.test(line)) continue
    if (senderAtEnd.test(joined) && timeOfDay.test(joined) && year.test(joined) && !wrote.test(joined))
      return { from: at, to: i + 1, kind: 'attribution' }
    if (!wrote.test(joined)) continue
    // "Am 12. März 2024 schrieb mir die Schule:" is told by people, so a German date alone proves nothing.
    const foreignDate = opened && year.test(joined) && !/^am\s/iu.test(joined)
    const strong = timeOfDay.test(joined) || address.test(joined) || foreignDate
    // A head of several lines must open like one, or the last words of the answer above would be taken along.
    if (i > at && !opened && !startsWithSender(bare(lines, at))) return null
    if (strong && (opened || i === at || address.test(joined)))
      return { from: at, to: i + 1, kind: 'attribution' }
    return { from: at, to: i + 1, kind: 'weak-attribution' }
  }
  return null
}

/** "Max Muster <max@web.example> schrieb am …:" broken over two lines. */
function startsWithSender(line: string): boolean {
  return /^[^<>]{0,80}<[^\s<>@]{1,80}@[^\s<>@]{1,80}>/u.test(line)
}

function kindOf(line: string): HeaderKind | null {
  if (line.length > longestLine * 20) return null
  const groups = headerLine.exec(line.slice(0, 60))?.groups
  if (!groups) return null
  return (Object.keys(headerKinds) as HeaderKind[]).find(kind => groups[kind] !== undefined) ?? null
}

function inlineKinds(line: string): Set<string> {
  return new Set([...line.slice(0, longestLine).matchAll(inlineHeader)].map(match => match[1]!.toLowerCase()))
}

function nextFilled(lines: readonly string[], from: number, within: number): number | null {
  for (let i = from; i < Math.min(from + within, lines.length); i++) if (bare(lines, i) !== '') return i
  return null
}

/** The line without outer space, no-break and zero-width space; "" beyond the end. */
function bare(lines: readonly string[], at: number): string {
  return (lines[at] ?? '').slice(0, longestLine * 20).trim()
}
