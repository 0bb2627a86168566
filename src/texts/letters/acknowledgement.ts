import type { Temporal } from 'temporal-polyfill'
import type { Profile } from '../../domain/programme/profile.ts'
import { germanDay } from '../../domain/time/day.ts'
import type { AcknowledgedTicket } from './acknowledgedTicket.ts'
import { bodyOf, emergency } from './acknowledgementBody.ts'
import { type LetterPart, letterHtml, letterText } from './letterText.ts'

/**
 * Confirms that a letter came in (domain.md section 10): number, what happens next, who helps in an emergency. Never
 * a word of the letter, its subject or what it was taken for; no promise that the profile does not make.
 */
export function acknowledgement(
  profile: Profile,
  ticket: AcknowledgedTicket,
  today: Temporal.PlainDate,
): { subject: string; text: string; html: string } {
  const subject = `[${ticket.number}] Ihre Nachricht ist eingegangen`
  const parts: LetterPart[] = [
    ['Guten Tag,'],
    ...bodyOf(profile, ticket, germanDay(today)),
    emergency(profile),
    ...(profile.links.datenschutz
      ? [['Hinweise zum Datenschutz finden Sie hier:', { link: profile.links.datenschutz }]]
      : []),
    ['Diese Antwort wurde automatisch erstellt.'],
    ['Mit freundlichen Grüßen', { line: profile.stelle }],
  ]
  return { subject, text: letterText(parts), html: letterHtml(subject, parts) }
}
