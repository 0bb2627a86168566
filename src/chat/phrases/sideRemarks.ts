import { withoutManners } from '../manners.ts'
import { fold, wordsOf } from '../words.ts'
import { asksFirst, isHearsay, isUncertain } from './caution.ts'
import { imagined } from './cautionWords.ts'
import { isOrderWord } from './orderWords.ts'
import { withoutFlourish } from './politeness.ts'
import { spokenWords } from './spokenWords.ts'

/**
 * Where one clause ends and another begins. A point ends one only behind a word: "15.5.", "Nr. 17" and "Vg. 23" go on, and a colon
 * only before a word: "12:30".
 */
const borders =
  /((?:[,;!?…]|(?<=\p{L}{2})(?<!(?:^|\s)(?:Nr|nr|Vg|vg|Fr|fr|Hr|Dr|St|ca|bzw|vsl|ggf|zust|abs))[.:](?=\s|$))+(?=\s|$)|\s[-–]\s|\s(?=(?:weil|denn)\s))/u

/** What may stand for the number of a Vorgang or Frist in a clause. */
const named = /(?<![\p{L}\d])(?:\p{L}{1,3}[- ]?)?\d/u

const participle = /^(?:ge|be|er|ver|ent|ab|an|auf|aus|ein|nach|vor|zu|zurueck|mit|um)[a-z]{2,}(?:t|en)$/
const helper = /^(hat|haben|habe|ist|sind|wurde|wurden|war|waren)$/

/** Somebody wanted something: what stands beside it is their wish, not the speaker's. */
const wished =
  /^(gebeten|beantragt|gefordert|verlangt|vorgeschlagen|angeregt|empfohlen|entschieden|beschlossen|angeordnet|gewuenscht|gemeint|geglaubt|gedacht|vermutet|befohlen|beauftragt|angewiesen|erlaubt|verboten|vorhat|geplant|vergessen|versucht|versaeumt|begonnen|angefangen|aufgehoert|versehen|versehentlich|irrtum|fehler|bitte)$/
const wishes =
  /^(will|wollen|moechte|moechten|wuenscht|wuenschen|fordert|fordern|verlangt|bittet|bitten|draengt|besteht|meint|meinte|findet|denkt|glaubt|sagt|sagte|schreibt|schrieb|fragt|fragte|laesst|lassen|soll|sollen|sollte|zitiere|zitieren|lese|lesen|las|hoere|hoerte|erhalten|bekommen|bekam|folgendes|zitat|betreff|wg|fwd|aw|ob|dass)$/
/** Takes back what was said. */
const revokes =
  /^(aber|doch|oder|erst|erstmal|warte|wartet|halt|stopp|stop|lieber|besser|nein|nee|quatsch|falsch|zurueck|korrektur|sorry|ups|haha|lol|hihi|ironie|moment|vorher|spaeter|naechste|bald|irgendwann)$/
const niceties =
  /^ (das )?(waere|waer) (\w+ )*(lieb|nett|reizend|toll|super|klasse|schoen|prima|spitze|hilfreich|perfekt)\w* /
const farewell =
  /^ (?:\w+ ){0,4}(dank|danke|gruss|gruesse|tag|wochenende|abend|feierabend|tschuess|ciao|servus|woche|zeit|pause)(?: und)?(?: bis (?:spaeter|bald|dann|morgen|gleich|die tage))?(?: (?:noch|auch|euch|ihnen|dir|schonmal|im voraus|zurueck))? $|^ (?:und )?bis (?:spaeter|bald|dann|morgen|gleich) $/
/** "…, ja?" behind an order waits for a nod, not for an answer. */
const tag = /,?\s(?:ja|ok|okay|gell|gelle|wa|ne|bitte|danke)\s?\?+/iu
/** What is denied beside an order and leaves it as it is: "wird nicht mehr gebraucht", "steht dem nicht entgegen". */
const harmlessDenials =
  / (nichts|nicht|kein\w*|niemand)( \w+)? (mehr|noetig|notwendig|erforderlich|beabsichtigt|vorgesehen|veranlasst|angezeigt|geboten|entgegen|schlimm|eilig|zustaendig|betroffen|fuer mich|fuer uns|mein|meine|meins|unser|unsere|unseres|bei mir|zu mir|bei uns|zu uns) /g

/**
 * The sentence without what only stands around an order: greetings, reasons, small talk. "KA-17 kann zu, die Schule hat sich gemeldet" →
 * "KA-17 kann zu". What doubts, denies, asks, wishes or quotes stays and speaks against the order. `text` is cleaned.
 */
export function withoutRemarks(text: string): string {
  const whole = withoutFlourish(text)
  const isOrder = clausesOf(whole).some(({ said }) => named.test(said) && ordersPlainly(said))
  const plain = isOrder ? whole.replace(tag, '') : whole
  const clauses = clausesOf(plain)
  const [first, ...others] = clauses.flatMap(({ said }, i) => (named.test(said) ? [i] : []))
  if (clauses.length < 2 || first === undefined) return plain
  const order = [first, ...others].find(i => ordersPlainly(clauses[i]!.said)) ?? first
  const isPlain = clauses.some(({ said }, i) => (i === order || isOwnTalk(said)) && ordersPlainly(said))
  const kept = clauses.filter(
    (clause, i) =>
      i === order ||
      isOwnTalk(clause.said) ||
      !(
        tellsWhy(clause, i > order || isPlain) ||
        unberuehrt.test(fold(clause.said)) ||
        (isPlain && (i < order ? isHarmlessBefore(clause) : isHarmlessBehind(clause)))
      ),
  )
  return kept.length === clauses.length ? plain : kept.map(({ said, end }) => said + end.trim()).join(' ')
}

interface Clause {
  said: string
  /** The signs that end it. */
  end: string
}

function clausesOf(text: string): Clause[] {
  const parts = text.split(borders)
  const clauses: Clause[] = []
  for (let i = 0; i < parts.length; i += 2) {
    const said = parts[i]!.trim()
    if (/[\p{L}\d„“"»«>]/u.test(said)) clauses.push({ said, end: parts[i + 1] ?? '' })
  }
  return clauses
}

const unberuehrt = /^[^?]*\b(bleibt|bleiben|bleibe)\b[^?]*\bunberuehrt$/

/** "Bitte …", "Können Sie …", "Mach …", "Haken Sie …": said to us, now. "zu schließen" is what somebody has in mind. */
function ordersPlainly(said: string): boolean {
  const plain = fold(said)
  if (/ (?:ab|auf|zu)?zu ?\w*(?:schliessen|weisen|oeffnen|geben|schieben|legen|haken|machen)$/.test(plain))
    return false
  return (
    /(?<![a-z])bitte(?![a-z])/.test(plain) ||
    /^(?:(?:und|dann|also|so|ja|yo|ey|hey|klar|mal) )*(?:schliess|mach|gib|weis|schieb|verschieb|verlaenger|leg|setz|hak|oeffn|uebertrag|stell|stuf|trag|nimm|ordn|aender|antwort|schreib|notier)e?(?: |$)/.test(
      plain,
    ) ||
    /^(?:koenn|wuerd|kannst|magst)\w* (?:sie|du|ihr) |^[a-z]+en sie /.test(plain) ||
    /^(?:ich|wir) bitten? (?:darum|um|sie)/.test(plain)
  )
}

/** Nothing but words of orders: "bitte so eintragen". */
function isOwnTalk(said: string): boolean {
  const words = spokenWords(withoutManners(wordsOf(said)))
  return words.length > 0 && words.every(word => !word.quoted && isOrderWord(word.folded))
}

function foldedWords(clause: string): string[] {
  return spokenWords(wordsOf(clause)).flatMap(word => word.folded.split(/[^\p{L}\d-]+/u).filter(Boolean))
}

/** "Liebe Kollegin", "Ich hätte eine kleine Bitte". */
const salutation =
  /^(?:liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|guten? (?:tag|morgen|abend)|hallo|moin) |^ich (?:habe|haette) (?:da |noch )?(?:mal )?eine (?:\w+ )?(?:bitte|frage)$/

/** Somebody else who may be speaking. */
const others =
  /^(frau|herrn?|fr|hr|kolleg\w*|chef\w*|\w*leitung|\w*leiter\w*|rektor\w*|schulamt\w*|jugendamt\w*|ministerium|\w*stelle|amt|\w*schule|mutter|vater|eltern|mail|brief|nachricht|notiz|protokoll|vermerk|betreff|zitat)$/

const quotes = /[„“”"»«>]/

function isHarmlessBefore({ said, end }: Clause): boolean {
  const words = foldedWords(said)
  if (quotes.test(said) || named.test(said) || /\?/.test(end)) return false
  if (salutation.test(fold(said))) return true
  if (asksFirst(said) || imagined.test(` ${words.join(' ')} `)) return false
  const own = words.some(word => /^(ich|wir|mir|uns)$/.test(word))
  // "Maria: bitte KA-17 schließen" is her wish; "Ich mach es kurz: …" and "Nach langem Hin und Her: …" are not.
  const isTalk =
    own ||
    words.length > 3 ||
    words.some(word => /^(so|also|kurz|jetzt|nun|bitte|achtung|wichtig)$/.test(word))
  if (/:/.test(end) && !isTalk) return false
  if (/:/.test(end) && words.some(word => others.test(word))) return false
  const ended = /[.!]/.test(end)
  return !words.some(
    word =>
      isHearsay(word) ||
      wished.test(word) ||
      (wishes.test(word) && !(own && /^(will|wollen|moechte|moechten|soll)$/.test(word))) ||
      (isUncertain(word) && !(ended && /^(nichts|nicht|kein\w*|ohne)$/.test(word))),
  )
}

function isHarmlessBehind({ said, end }: Clause): boolean {
  if (quotes.test(said) || named.test(said) || /\?/.test(end)) return false
  const spoken = ` ${foldedWords(said).join(' ')} `
  if (niceties.test(spoken) || farewell.test(spoken)) return true
  if (imagined.test(spoken)) return false
  const words = spoken.replace(harmlessDenials, ' ').trim().split(' ')
  const told =
    helper.test(words[0]!) || words.some(word => /^(sagt|sagte|meint|meinte|schreibt|schrieb)$/.test(word))
  return (
    !told &&
    !words.some(
      word =>
        isUncertain(word) || revokes.test(word) || wished.test(word) || wishes.test(word) || isHearsay(word),
    )
  )
}

/** A plain fact. Before an order it counts as its reason only when the order is plainly the speaker's own. */
function tellsWhy({ said: clause, end }: Clause, mayTell: boolean): boolean {
  const words = foldedWords(clause)
  if (
    !mayTell ||
    words.length < 3 ||
    words.length > 16 ||
    named.test(clause) ||
    quotes.test(clause) ||
    /[?:]/.test(clause + end)
  )
    return false
  const rest = ` ${words.join(' ')} `.replace(harmlessDenials, ' ').trim().split(' ')
  // "die Mutter hat nochmal geschrieben" tells what happened; "hat die Mutter geschrieben" tells who wants it.
  const inverted = helper.test(words[0]!) && words[1] !== 'sich'
  const wrote = /^(geschrieben|gemeldet)$/
  if (inverted || asksFirst(clause.replace(/^(hat|haben) sich/i, 'sich'))) return false
  if (rest.some(word => wished.test(word) || isUncertain(word) || (isHearsay(word) && !wrote.test(word))))
    return false
  if (/^(weil|denn|da)$/.test(words[0]!)) return true
  return (
    words.some(word => helper.test(word)) && words.some(word => participle.test(word) && !helper.test(word))
  )
}
