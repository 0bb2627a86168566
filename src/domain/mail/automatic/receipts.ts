import { asksForMore } from './noteWords.ts'
import { ownMatter, sentencesOf } from './ownMatter.ts'

const receiptSubject =
  /^(?:automatische )?(?:eingangs|empfangs|lese|posteingangs)best(?:ä|ae)tigung(?:$|\s*[:#–-]| (?:ihrer|deiner|zu ihrer|für ihre|für deine|nr)\b)|^(?:ihre|deine) (?:anfrage|nachricht|e-?mail|mail|meldung)(?: \S{1,40}){0,4} (?:ist eingegangen|wurde (?:empfangen|registriert|erfasst)|haben wir erhalten)|^(?:we have )?received your (?:e-?mail|message|request)|^(?:ticket|vorgang|anfrage|request)\b.{0,40}(?:eröffnet|erstellt|angelegt|received|opened)/iu
/** A machine's own word for what it is. */
const saysAutomatic =
  /\b(?:dies|das|dieses|es) (?:ist|handelt sich um) (?:nur )?eine[rn]? automati(?:sche|sierte)[rns]? (?:\S+ )?(?:antwort|rückantwort|eingangsbestätigung|empfangsbestätigung|e-?mail|mail|nachricht|mitteilung)|\bdies(?:e[rs]?)? (?:ist eine )?(?:\S+ ){0,3}automatisch (?:erstellte?|erzeugte?|generierte?|versandte?|versendete?|verschickte?)[rns]?\b|^automatisch (?:erstellt|erzeugt|generiert|versandt|versendet)|\bthis (?:is an? |\S+ (?:was|is|has been) )(?:\S+ )?automat(?:ic(?:ally)?|ed)\b|antworten sie (?:bitte )?nicht auf diese|(?:bitte )?nicht auf diese (?:e-?mail|mail|nachricht) (?:zu )?antworten|^(?:please )?do not reply/iu
/** Who speaks of a machine's answer got one, or waits for it. */
const speaksOfIt =
  /\b(?:kein\p{L}*|nur|bekommen|bekam\p{L}*|kam|statt|trotz|fehlt|hilft|helfen|received no|only got|instead)\b/iu
const receiptSentence =
  /\b(?:ihre|deine|die) (?:anfrage|nachricht|e-?mail|mail|mitteilung|meldung|zuschrift|bewerbung)\b[^.!?]{0,80}\b(?:eingegangen|erhalten|registriert|erfasst|aufgenommen|empfangen|angelegt|weitergeleitet)|\bihr anliegen\b[^.!?]{0,80}\b(?:eingegangen|erhalten|registriert|erfasst)|\b(?:we have )?received your (?:e-?mail|message|request|inquiry)|\byour (?:e-?mail|message|request)\b[^.!?]{0,60}\breceived/iu

/** The writer in person: machines of offices say "wir". */
const oneself = /\b(?:ich|mir|mich|mein(?:e[mnrs]?)?|i|me|my|mine)\b/iu
const words = /\b(?:anbei|hier (?:noch|sind|ist|kommen)|beigefügt|im anhang|leider|danke)\b/iu

/** Notices of mail programs, which mostly come as reports of RFC 8098; some old ones do not. */
const readSubject =
  /^(?:gelesen|nicht gelesen|ungelesen gelöscht|read|not read|lesebestätigung|read receipt|return receipt)\b[^:]{0,30}:/iu
const readSentence =
  /(?:wurde|ist|was|has been)\b[^!?]{0,200}\b(?:gelesen|gelöscht|angezeigt|read|deleted|displayed)\b/iu
/** What such a notice repeats of the letter that was read. */
const repeated = /^[ \t>]*(?:an|to|betreff|subject|gesendet|sent|von|from|datum|date|cc)\s*:[^\n]*$/gimu

/** Who filters mail by asking every unknown sender to prove to be a person. Answering would be what the forger wants. */
const challenge =
  /\b(?:to (?:deliver|complete delivery of) your (?:message|e-?mail)|confirm (?:that )?you(?:r|'re| are) (?:e-?mail|message|address|a (?:human|real person))|your (?:e-?mail|message) requires (?:verification|confirmation)|add yourself to my (?:allowed|approved|guest) ?list|sender verification|verify#)|\b(?:um ihre (?:nachricht|e-?mail) zuzustellen|damit ihre (?:nachricht|e-?mail) (?:zugestellt|ausgeliefert) wird|bestätigen sie (?:bitte )?(?:einmalig )?(?:ihre absenderadresse|dass sie (?:ein mensch|kein(?:e)? (?:spam|roboter|maschine))))/iu

/** Whether subject and newest text are a machine's receipt, a read receipt or a challenge, although no header says so. */
export function isMachineReceipt(subject: string, newestText: string): boolean {
  const title = bareTitle(subject)
  const text = newestText.slice(0, 4000).replace(/\s+/g, ' ')
  if (readSubject.test(subject.trim())) return isReadNotice(newestText)
  if (challenge.test(`${title} ${text.slice(0, 1500)}`)) return !ownMatter(newestText)
  const sentences = sentencesOf(newestText)
  const at = sentences.findIndex(line => saysAutomatic.test(line) && !speaksOfIt.test(line))
  if (at < 0 || ownMatter(newestText) || oneself.test(text)) return false
  // A receipt may be quoted without marks, above or below the words of a person.
  if (sentences.slice(at + 1).some(line => words.test(line) || asksForMore(line))) return false
  return receiptSubject.test(title) || sentences.slice(0, 3).some(line => receiptSentence.test(line))
}

/** Whether it speaks like a receipt in part: see `maybeAbsenceNote`. */
export function maybeMachineReceipt(subject: string, newestText: string): boolean {
  const title = bareTitle(subject)
  if (readSubject.test(subject.trim())) return readSentence.test(newestText)
  return receiptSubject.test(title) && /\bautomati|do not reply/iu.test(newestText)
}

function bareTitle(subject: string): string {
  return subject.trim().replace(/^(?:\[[^\]]{1,60}\]|\([^)]{1,60}\)|(?:re|aw|antw):)\s*/iu, '')
}

/** Such a notice names the moment and nobody's own words. */
function isReadNotice(newestText: string): boolean {
  const said = newestText.slice(0, 4000).replace(repeated, ' ').replace(/\s+/g, ' ').trim()
  const notice = readSentence.exec(said)
  if (notice === null || !/\d/u.test(said) || oneself.test(said) || /\b(?:wir|uns|we|us)\b/iu.test(said))
    return false
  const rest = said.slice(notice.index + notice[0].length).replace(/\d+[.:]?/g, ' ')
  return said.length < 500 && /^[^.!?]{0,60}[.!?]?\s*$/.test(rest) && !ownMatter(said)
}
