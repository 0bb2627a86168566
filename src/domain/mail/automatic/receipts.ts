import { ownMatter, sentencesOf } from './ownMatter.ts'

const receiptSubject =
  /^(?:automatische )?(?:eingangs|empfangs|lese|posteingangs)best(?:ä|ae)tigung|^(?:ihre|deine) (?:anfrage|nachricht|e-?mail|mail|meldung)(?: \S{1,40}){0,4} (?:ist eingegangen|wurde (?:empfangen|registriert|erfasst)|haben wir erhalten)|^(?:we have )?received your (?:e-?mail|message|request)|^(?:ticket|vorgang|anfrage|request)\b.{0,40}(?:eröffnet|erstellt|angelegt|received|opened)/iu
/** A machine's own word for what it is. */
const saysAutomatic =
  /\bautomati(?:sch(?:e[rnms]?)?|sierte[rnms]?) (?:\S+ )?(?:erstellt|erzeugt|generiert|versandt|versendet|verschickt|antwort|rückantwort|eingangsbestätigung|empfangsbestätigung|e-?mail|mail|nachricht|mitteilung)|\bautomatic(?:ally)?\b|\bautomated (?:message|reply|response|e-?mail)|antworten sie (?:bitte )?nicht auf diese|(?:bitte )?nicht auf diese (?:e-?mail|mail|nachricht) (?:zu )?antworten|do not reply/iu
const receiptSentence =
  /\b(?:ihre|deine|die) (?:anfrage|nachricht|e-?mail|mail|mitteilung|meldung|zuschrift|bewerbung)\b[^.!?]{0,80}\b(?:eingegangen|erhalten|registriert|erfasst|aufgenommen|empfangen|angelegt|weitergeleitet)|\bihr anliegen\b[^.!?]{0,80}\b(?:eingegangen|erhalten|registriert|erfasst)|\b(?:we have )?received your (?:e-?mail|message|request|inquiry)|\byour (?:e-?mail|message|request)\b[^.!?]{0,60}\breceived/iu

/** Notices of mail programs, which mostly come as reports of RFC 8098; some old ones do not. */
const readSubject =
  /^(?:gelesen|nicht gelesen|ungelesen gelöscht|read|not read|lesebestätigung|read receipt|return receipt)\b[^:]{0,30}:/iu
const readSentence =
  /(?:wurde|ist|was|has been)\b[^!?]{0,200}\b(?:gelesen|gelöscht|angezeigt|read|deleted|displayed)\b/iu

/** Who filters mail by asking every unknown sender to prove to be a person. Answering would be what the forger wants. */
const challenge =
  /\b(?:to (?:deliver|complete delivery of) your (?:message|e-?mail)|confirm (?:that )?you(?:r|'re| are) (?:e-?mail|message|address|a (?:human|real person))|your (?:e-?mail|message) requires (?:verification|confirmation)|add yourself to my (?:allowed|approved|guest) ?list|sender verification|verify#)|\b(?:um ihre (?:nachricht|e-?mail) zuzustellen|damit ihre (?:nachricht|e-?mail) (?:zugestellt|ausgeliefert) wird|bestätigen sie (?:bitte )?(?:einmalig )?(?:ihre absenderadresse|dass sie (?:ein mensch|kein(?:e)? (?:spam|roboter|maschine))))/iu

/** Whether subject and newest text are a machine's receipt, a read receipt or a challenge, although no header says so. */
export function isMachineReceipt(subject: string, newestText: string): boolean {
  const title = subject.trim().replace(/^(?:\[[^\]]{1,60}\]|\([^)]{1,60}\)|(?:re|aw|antw):)\s*/iu, '')
  const text = newestText.slice(0, 4000).replace(/\s+/g, ' ')
  if (readSubject.test(subject.trim()) && readSentence.test(text) && text.length < 800) return true
  if (challenge.test(`${title} ${text.slice(0, 1500)}`)) return !ownMatter(newestText)
  if (!saysAutomatic.test(text) || ownMatter(newestText)) return false
  // At its beginning: below the words of a person it is our own receipt, quoted without marks.
  return (
    receiptSubject.test(title) ||
    sentencesOf(newestText)
      .slice(0, 3)
      .some(line => receiptSentence.test(line))
  )
}
