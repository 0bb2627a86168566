import type { Temporal } from 'temporal-polyfill'
import type { Profile } from '../../domain/programme/profile.ts'
import { germanTime } from '../../domain/time/day.ts'
import { platformWords } from '../personReplies.ts'
import { type LetterPart, letterHtml, letterText } from './letterText.ts'

/**
 * The code that links a chat account to this address. No link to press: who gets used to that presses those of strangers too. The code is
 * not in the subject, which lists and screens show.
 */
export function codeLetter(
  profile: Pick<Profile, 'name' | 'stelle'>,
  { code, platform, until }: { code: string; platform: string; until: Temporal.Instant },
): { subject: string; text: string; html: string } {
  const where = platformWords(platform)
  const subject = `Ihr Code für ${where} (${profile.name})`
  const parts: LetterPart[] = [
    ['Guten Tag,'],
    [
      `in ${where} möchte jemand ein Konto mit dieser dienstlichen Adresse verknüpfen. Ihr Code:`,
      { line: code },
    ],
    [
      `Bitte schreiben Sie dem Programm in ${where} in einer Direktnachricht:`,
      { line: `ich code ${code}` },
      {
        line: `Der Code gilt bis ${germanTime(until)} Uhr und nur für das Konto, mit dem er angefordert wurde.`,
      },
    ],
    [
      'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne den Code wird nichts verknüpft. Geben Sie ihn an niemanden weiter, auch nicht an Kolleginnen und Kollegen. Kommt so ein Brief wieder, sagen Sie bitte der Administration Bescheid.',
    ],
    ['Dieser Brief wurde automatisch erstellt; auf ihn antwortet niemand.'],
    ['Mit freundlichen Grüßen', { line: profile.stelle }],
  ]
  return { subject, text: letterText(parts), html: letterHtml(subject, parts) }
}
