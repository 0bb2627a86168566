import type { Profile } from '../../domain/programme/profile.ts'
import { emergency } from './acknowledgementBody.ts'
import { type LetterPart, letterHtml, letterText } from './letterText.ts'

/** A mail over the limit was not taken in: what happened, how large it may be, what to do. Never a word of the mail. */
export function tooLargeFeedback(
  profile: Profile,
  maxMailBytes: number,
): { subject: string; text: string; html: string } {
  const subject = 'Ihre Nachricht war zu groß und wurde nicht bearbeitet'
  const limit = Math.floor(maxMailBytes / 1_048_576)
  const parts: LetterPart[] = [
    ['Guten Tag,'],
    [
      `Sie haben uns heute eine E-Mail geschickt, die größer ist als ${limit} MB. So große Nachrichten kann dieses Postfach nicht aufnehmen. Deshalb hat Ihre Nachricht keine Vorgangsnummer, und ihr Inhalt wurde nicht gelesen.`,
    ],
    [
      `Bitte senden Sie uns Ihren Text noch einmal, ohne Anlagen oder mit kleineren Anlagen. Beim Versand per E-Mail werden Anlagen um etwa ein Drittel größer; zusammen sollten sie daher kleiner sein als ${Math.max(1, Math.floor((limit * 3) / 4))} MB.`,
    ],
    ['Bitte schicken Sie keine ärztlichen Unterlagen per E-Mail.'],
    emergency(profile),
    ['Diese Antwort wurde automatisch erstellt.'],
    ['Mit freundlichen Grüßen', { line: profile.stelle }],
  ]
  return { subject, text: letterText(parts), html: letterHtml(subject, parts) }
}
