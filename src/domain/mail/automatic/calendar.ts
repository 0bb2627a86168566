import type { Letter } from '../letter.ts'

/** METHOD of the calendar objects of a letter, upper case (RFC 5545 section 3.7.2). */
function calendarMethods(letter: Letter): string[] {
  const parts = letter.enclosed?.filter(part => part.contentType === 'text/calendar') ?? []
  return parts.flatMap(
    part => /^METHOD[^:\n]{0,100}:\s*([A-Za-z-]{1,30})/im.exec(part.text)?.[1]?.toUpperCase() ?? [],
  )
}

/** As Outlook writes it, whose answers may come without a calendar object (winmail.dat). */
const answerSubject =
  /^(?:zugesagt|angenommen|akzeptiert|abgelehnt|mit vorbehalt(?: zugesagt| angenommen)?|vorläufig(?: zugesagt| angenommen)?|accepted|declined|tentative(?:ly accepted)?|tentativ)\s*:/i

/**
 * The answer of a calendar program to an invitation (RFC 5546 section 3.2.3), or its wish for a fresh copy (3.2.6). With a question
 * beside it, it is a letter. Letters are as well: invitations (REQUEST), cancellations (CANCEL), other times proposed
 * (COUNTER): a person wants something or must know.
 */
export function isCalendarAnswer(letter: Letter): boolean {
  const methods = calendarMethods(letter)
  const spoken = letter.newestText.replace(/https?:\S+/g, ' ')
  if (methods.length > 0)
    return methods.every(method => method === 'REPLY' || method === 'REFRESH') && !spoken.includes('?')
  return answerSubject.test(letter.subject.trim()) && !/\p{L}{3}/u.test(spoken)
}
