/*
 * Out-of-office notes that carry no header of RFC 3834, told by their subject. A letter wrongly held for automatic
 * would get no Vorgang, so a subject counts only at its very beginning ("AW: Automatische Antwort" is a person's
 * answer), and words that parents use too ("Abwesenheit") need the typical sentences in the text as well.
 */

const certain =
  /^(?:automatische (?:antwort|abwesenheits\p{L}*|rückantwort|e-?mail-?antwort)|auto(?:matic|mated)?[- ]?(?:reply|response)|autoantwort|abwesenheitsassistent|abwesenheits(?:agent|mitteilung|meldung)|out of (?:the )?office(?: auto-?reply| notification| message| reply)?|ooo|vacation (?:reply|notice|message|response)|réponse automatique|risposta automatica|respuesta automática|automatisch antwoord|automatyczna odpowiedź)(?:\s*(?::|-|–|\(|$|")|\s+(?:re|aw|zu|auf|to)\b)/iu
const possible =
  /^(?:abwesenheit(?:snotiz|snachricht|shinweis|sinfo)?|abwesend|urlaub|im urlaub|nicht (?:im (?:büro|hause?|dienst)|erreichbar)|nicht am arbeitsplatz|ich bin (?:im urlaub|nicht|derzeit|zur ?zeit|bis|vom)|bin (?:im urlaub|nicht)|out of office|out of the office|away|on (?:holiday|vacation|leave)|annual leave|krankheitsbedingt|elternzeit|mutterschutz)/iu
const receipt =
  /^(?:automatische )?(?:eingangs|empfangs|lese|posteingangs)best(?:ä|ae)tigung|^(?:ihre|deine) (?:anfrage|nachricht|e-?mail|mail) (?:ist eingegangen|wurde empfangen|haben wir erhalten)|^(?:we have )?received your (?:e-?mail|message|request)/iu

/** What notes of absence say and people seldom do. */
const absenceSentences = [
  /\b(?:bin|sind) (?:ich |wir )?(?:\S+ ){0,10}?(?:nicht (?:im (?:büro|hause?|dienst)|erreichbar|anwesend|da|am arbeitsplatz)|außer haus|abwesend|in elternzeit|im urlaub)\b/iu,
  /\b(?:e-?mails?|nachrichten?|mails?) (?:\S+ ){0,6}?nicht (?:\S+ )?(?:weitergeleitet|gelesen|bearbeitet|abgerufen)/iu,
  /\b(?:in|bei) (?:dringenden|eiligen|wichtigen) (?:fällen|angelegenheiten|anliegen|fragen)|\bim notfall wenden|\bmeine vertretung|\bin meiner abwesenheit|\bwährend meiner abwesenheit/iu,
  /\b(?:ab|am) (?:dem |den )?\S+ (?:bin ich |stehe ich )?wieder (?:für sie |im |da|erreichbar|zu erreichen|persönlich|anwesend)|\bnach meiner rückkehr|\bwieder im (?:büro|dienst|hause?)/iu,
  /\b(?:i am|i'm|i will be) (?:currently |presently )?(?:out of|away|on (?:annual |parental )?(?:leave|holiday|vacation))|\blimited access to (?:my )?e-?mail|\bupon my return|\bi will (?:be back|return|respond)/iu,
]
const saysAutomatic =
  /\bautomatisch(?:e[rnms]?)? (?:\S+ )?(?:erstellt|erzeugt|generiert|versandt|versendet|verschickt|antwort|eingangsbestätigung|e-?mail|nachricht)|\bautomatic(?:ally)?\b|antworten sie (?:bitte )?nicht auf diese|do not reply/iu

/** Whether subject and newest text are a note of absence or a machine's receipt, although no header says so. */
export function isAbsenceNote(subject: string, newestText: string): boolean {
  const title = subject.trim()
  if (certain.test(title)) return true
  const text = newestText.slice(0, 4000).replace(/\s+/g, ' ')
  if (receipt.test(title)) return saysAutomatic.test(text)
  return possible.test(title) && absenceSentences.some(sentence => sentence.test(text))
}
