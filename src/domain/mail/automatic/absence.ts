import { bodyAndSignature } from '../quotes/signature.ts'
import { absence, back, deputy, forEverybody, thanks, unread, urgent } from './noteSentences.ts'
import { asksForMore, isNoteSentence, namesMatter } from './noteWords.ts'
import { ownMatter, sentencesOf } from './ownMatter.ts'

/*
 * Out-of-office notes that carry no header of RFC 3834. A letter of a person wrongly held for automatic gets no Vorgang and
 * nobody reads it; a note taken for a letter costs a glance. Therefore a note must look like one from end to end, and what
 * only may be one (`maybeAbsenceNote`) gets its Vorgang, but no acknowledgement.
 */

/** Put before the subject of the answered letter by programs alone, with a colon or in brackets: nobody types that. */
const programForm =
  /^(?:\[(?:auto(?:matic|mated)?[- ]?(?:reply|response)|automatische antwort|out of office|ooo)\]|\((?:auto(?:matic|mated)?[- ]?(?:reply|response)|automatische antwort|out of office)\)|(?:automatische (?:antwort|abwesenheits\p{L}*|rückantwort|e-?mail-?antwort)|auto(?:matic|mated)?[- ]?(?:reply|response)|autoantwort|abwesenheitsassistent|abwesenheits(?:agent|mitteilung|meldung|benachrichtigung)|urlaubsbenachrichtigung|out of (?:the )?office(?: auto-?reply| notification| message| reply)?|vacation (?:reply|notice|message|response)|réponse automatique|risposta automatica|respuesta automática|automatisch antwoord|automatyczna odpowiedź)(?:\s*:|\s+(?:re|aw):))/iu
/** Likewise, but people begin subjects with these too, and some programs write nothing more. */
const noteTitle =
  /^(?:(?:abwesenheitsnotiz|nicht im büro|im urlaub|auto|ooo)\s*:|(?:abwesenheitsnotiz|abwesenheits(?:agent|assistent|mitteilung|meldung|benachrichtigung)|automatische (?:antwort|abwesenheits\p{L}*|rückantwort)(?: (?:auf|zu) (?:ihre[rn]?|deine[rn]?) (?:e-?mail|nachricht|anfrage|mail|schreiben))?|autoantwort|auto(?:matic|mated)?[- ]?(?:reply|response)|vacation (?:reply|notice|message|response)|(?:i am )?out of (?:the )?office(?: (?:until|till|from|auto-?reply|notification|message|reply)\b[^?]{0,40})?|ooo)$)/iu
/** What a person may write above a letter, and what a program sends to everybody. */
const personalTitle =
  /^(?:(?:re|aw|antw):\s*)?(?:abwesenheit(?:snotiz|snachricht|shinweis|sinfo)?|abwesend|urlaub|im urlaub|nicht (?:im (?:büro|hause?|dienst)|erreichbar)|nicht am arbeitsplatz|ich bin (?:im urlaub|nicht|derzeit|zur ?zeit|bis|vom)|bin (?:im urlaub|nicht)|out of office|out of the office|away|on (?:holiday|vacation|leave)|annual leave|krankheitsbedingt|elternzeit|mutterschutz)/iu
const replyTitle = /^(?:re|aw|antw|antwort)\s*:/iu
/** To a letter about a day, "I am away until then" is the answer itself. */
const aboutDays =
  /termin|einladung|gespräch|besuch|treffen|runder tisch|rückruf|telefonat|frist|sitzung|hospitation|appointment|meeting/iu

/** Titles that make one think of a machine, loosely. */
const likeProgram =
  /^[[(]?(?:automatische (?:antwort|abwesenheits|rückantwort|e-?mail-?antwort)|auto(?:matic|mated)?[- ]?(?:reply|response)|autoantwort|abwesenheits(?:notiz|assistent|agent|mitteilung|meldung|benachrichtigung)|out of (?:the )?office|ooo\b|auto:)/iu

/**
 * Whether subject and newest text are unmistakably a note of absence, although no header says so. `answers` says whether the
 * letter is known to answer another one (In-Reply-To, or our number); a subject with "AW:" counts as well.
 */
export function isAbsenceNote(subject: string, newestText: string, answers = false): boolean {
  const title = subject.trim()
  const { sentences, own, signature } = read(newestText)
  if (own || speaks(signature)) return false
  const strange = sentences.filter(sentence => !isNoteSentence(sentence))
  const found = signsIn(sentences)
  const any = found.signs > 0 || found.thanks
  if (programForm.test(title))
    return (
      strange.length === 0 ||
      (any && strange.length <= 2 && !strange.some(line => namesMatter(line) || asksForMore(line)))
    )
  if (strange.length > 0) return false
  if (noteTitle.test(title)) return sentences.length === 0 || found.signs > 0
  const formula = found.thanks || found.formula
  if (answers || replyTitle.test(title))
    return found.atOnce && found.signs + (found.thanks ? 1 : 0) >= 2 && (formula || !aboutDays.test(title))
  // Without a letter that it answers, only what speaks to whoever wrote.
  return personalTitle.test(title) && found.signs > 0 && formula
}

/** Whether it reads like a note of absence in part: not enough to leave it unread, enough not to answer by machine. */
export function maybeAbsenceNote(subject: string, newestText: string): boolean {
  const title = subject.trim()
  if (likeProgram.test(title)) return true
  if (ownMatter(newestText)) return false
  const { atOnce, signs, thanks: thanked } = signsIn(sentencesOf(newestText))
  return (personalTitle.test(title) && signs > 0) || (atOnce && signs + (thanked ? 1 : 0) >= 2)
}

function read(newestText: string) {
  const { body, signature } = bodyAndSignature(newestText.slice(0, 8000))
  return { sentences: sentencesOf(body), own: newestText.length > 6000 || ownMatter(newestText), signature }
}

/** A postscript below the name, or a wish there. */
function speaks(signature: string): boolean {
  return (
    /(?:^|\n)\W{0,3}(?:p\.? ?s\b|ps:|nachtrag|übrigens|noch etwas)/iu.test(signature) ||
    sentencesOf(signature).some(asksForMore)
  )
}

function signsIn(sentences: readonly string[]) {
  const says = (...patterns: RegExp[]) =>
    sentences.some(sentence => patterns.some(pattern => pattern.test(sentence)))
  return {
    signs: [says(...absence), says(urgent, deputy), says(unread), says(back)].filter(Boolean).length,
    thanks: says(thanks),
    formula: says(urgent, unread, forEverybody),
    atOnce: sentences.slice(0, 4).some(line => absence.some(pattern => pattern.test(line))),
  }
}
