import type { LetterKind } from '../../domain/mail/outgoing/outgoingGate.ts'

/** How lists call letters that leave the house. */
export const letterKindNames: Record<LetterKind, string> = {
  acknowledgement: 'Eingangsbestätigung',
  alarm: 'Hinweis',
  notice: 'Nachricht an den Betrieb',
  feedback: 'Rückmeldung an den Absender',
  code: 'Code für ein Chat-Konto',
  answer: 'Antwort',
}

/** States in which a person decides, in one word. */
export const doubtNames = { held: 'zurückgehalten', uncertain: 'ungewiss', refused: 'abgelehnt' } as const

/** "1 Brief", "3 Briefe". */
export const lettersInWords = (n: number): string => (n === 1 ? '1 Brief' : `${n} Briefe`)
