import type { Temporal } from 'temporal-polyfill'
import type { Flag, Stakeholder } from '../domain/classify/labels.ts'
import type { Profile } from '../domain/programme/profile.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import { germanDay } from '../domain/time/day.ts'
import { bodyOf, emergency } from './acknowledgementBody.ts'
import { type LetterPart, letterHtml, letterText } from './letterText.ts'

export interface AcknowledgedTicket {
  /** "KA-2024-0017". */
  number: string
  stakeholder: Stakeholder | null
  flags: readonly Flag[]
  bidderQuestion: boolean
  dataClass: DataClass
}

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
