import { ownMatter, sentencesOf } from './ownMatter.ts'

/*
 * Out-of-office notes that carry no header of RFC 3834. A letter wrongly held for automatic would get no Vorgang, so a
 * subject counts only at its very beginning ("AW: Automatische Antwort" is a person's answer), words that parents use
 * too ("Abwesenheit") need the typical sentences as well, and whoever asks for something is a person.
 */

/** Put before the subject by programs alone. */
const certain =
  /^\[?\(?(?:automatische (?:antwort|abwesenheits\p{L}*|rückantwort|e-?mail-?antwort)|auto(?:matic|mated)?[- ]?(?:reply|response)|autoantwort|abwesenheitsassistent|abwesenheits(?:agent|mitteilung|meldung|benachrichtigung)|urlaubsbenachrichtigung|out of (?:the )?office(?: auto-?reply| notification| message| reply)?|ooo|vacation (?:reply|notice|message|response)|réponse automatique|risposta automatica|respuesta automática|automatisch antwoord|automatyczna odpowiedź)(?:[\])]|\s*(?::|-|–|\(|$|")|\s+(?:re|aw|zu|auf|to)\b)/iu
/** Likewise, but people begin subjects with these too: not if they ask for something. */
const likely = /^(?:abwesenheitsnotiz|nicht im büro|im urlaub)\s*:|^auto:\s/iu
const possible =
  /^(?:(?:re|aw|antw):\s*)?(?:abwesenheit(?:snotiz|snachricht|shinweis|sinfo)?|abwesend|urlaub|im urlaub|nicht (?:im (?:büro|hause?|dienst)|erreichbar)|nicht am arbeitsplatz|ich bin (?:im urlaub|nicht|derzeit|zur ?zeit|bis|vom)|bin (?:im urlaub|nicht)|out of office|out of the office|away|on (?:holiday|vacation|leave)|annual leave|krankheitsbedingt|elternzeit|mutterschutz)/iu

const away = String.raw`(?:nicht (?:im (?:büro|hause?|dienst|amt|rathaus)|am (?:arbeitsplatz|schreibtisch)|in der (?:schule|dienststelle|verwaltung)|erreichbar|zu erreichen|anwesend|verfügbar|im einsatz|da\b)|abwesend|au(?:ß|ss)er (?:haus|dienst)|(?:im|in|in den|auf) (?:\p{L}+ )?(?:\p{L}*urlaub|elternzeit|mutterschutz|sabbatical|dienstreise|fortbildung|betriebsferien)|erkrankt|krankgeschrieben)`
/** Somebody is away: the writer, or the office itself; never a third person. */
const absence = [
  new RegExp(String.raw`\b(?:ich|wir)\b[^?!]{0,160}\b${away}`, 'iu'),
  new RegExp(
    String.raw`^(?:bin|befinde mich|sind|derzeit|zurzeit|zur zeit|aktuell|leider)\b[^?!]{0,120}\b${away}`,
    'iu',
  ),
  /\b(?:das|unser|die|unsere) (?:\p{L}*(?:büro|sekretariat|rathaus|amt|geschäftsstelle|verwaltung|dienststelle|schule))\b[^?!]{0,80}\b(?:geschlossen|nicht besetzt)/iu,
  /\b(?:i am|i'm|i will be|we are) (?:currently |presently )?(?:out of|away|not in the office|unavailable|on (?:\S+ )?(?:leave|holiday|vacation))|\b(?:our|the) office is closed/iu,
]
const thanks =
  /\b(?:dank|danke)\b[^.?!]{0,20}\bfür (?:ihre|deine|eure|die|das) (?:\S+ )?(?:e-?mail|mail|nachricht|anfrage|zuschrift|mitteilung|schreiben|interesse)|\bthank(?:s| you) for (?:your|contacting|the) /iu
const deputy =
  /\b(?:dringend|eilig|wichtig|unaufschiebbar|not)\p{L}*\b[^.?!]{0,100}\b(?:wenden|kontaktieren|richten|schreiben|rufen|erreichen|anrufen|melden|hilft|steht|stehen)|\bmeine(?:r)? (?:stell)?vertret\p{L}+|\bvertr(?:itt|eten) mich|\bwerde ich vertreten|\bvertretung\b|\b(?:meiner|unserer) abwesenheit|\bwenden sie sich (?:dann |bitte |in \S+ \S+ )*an|\bin (?:urgent|case of (?:urgency|emergency))|\burgent (?:matters|cases|requests)|\bplease contact\b/iu
const unread =
  /\b(?:e-?mails?|nachricht(?:en)?|mails?)\b[^.?!]{0,60}\bnicht (?:\S+ )?(?:weitergeleitet|gelesen|bearbeitet|abgerufen|beantwortet)|\bkeine weiterleitung|\bnot (?:be )?(?:forwarded|read|monitored)|\blimited access to (?:my )?e-?mail/iu
const back =
  /\b(?:ab|am|bis)\b[^.?!]{0,60}\bwieder (?:für sie |persönlich )?(?:im\b|da\b|erreichbar|zu erreichen|anwesend|zurück|zur verfügung|besetzt|geöffnet)|\bnach (?:meiner|unserer) rückkehr|\bwieder im (?:büro|dienst|hause?)|\bbin ich (?:ab|am)\b[^.?!]{0,40}\bwieder\b|\bupon my return|\bi will (?:be back|return|respond|reply)|\bback in the office/iu

/** Whether subject and newest text are a note of absence, although no header says so. */
export function isAbsenceNote(subject: string, newestText: string): boolean {
  const title = subject.trim()
  if (certain.test(title)) return true
  if (ownMatter(newestText)) return false
  if (likely.test(title)) return true
  const sentences = sentencesOf(newestText)
  const says = (patterns: RegExp | RegExp[]) =>
    sentences.some(sentence => [patterns].flat().some(pattern => pattern.test(sentence)))
  const signs = [absence, deputy, unread, back].filter(says).length
  if (possible.test(title)) return signs > 0
  // Whatever the subject: somebody is away, says so at once, and says another thing that such notes say.
  const atOnce = sentences.slice(0, 4).some(line => absence.some(pattern => pattern.test(line)))
  return atOnce && signs + (says(thanks) ? 1 : 0) >= 2 && sentences.filter(isOther).length <= 3
}

/** A sentence that has no place in a note of absence. The name and the contact below it are not counted. */
function isOther(sentence: string): boolean {
  if (
    /^(?:mit (?:freundlichen|besten|herzlichen)|freundliche|viele|beste|liebe|herzliche) grü(?:ß|ss)/iu.test(
      sentence,
    )
  )
    return false
  if (/^(?:kind|best) regards|^sincerely/iu.test(sentence) || sentence.length < 25) return false
  return ![
    ...absence,
    thanks,
    deputy,
    unread,
    back,
    /\bautomati/iu,
    /verständnis|geduld/iu,
    /\btel(?:efon)?\b|@/iu,
  ].some(pattern => pattern.test(sentence))
}
