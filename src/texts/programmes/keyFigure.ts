import type { Profile } from '../../domain/programme/profile.ts'

type KeyFigure = Profile['kennzahlen'][number]

const germanNumber = new Intl.NumberFormat('de-DE')

/** Units that count people. */
const people =
  /kinder|jugendliche|schüler|jungen|mädchen|personen|menschen|familien|fälle|leistungsberechtigte/i

/**
 * "1.198 Schulkinder", "rund 1,2 Millionen". Fewer than five people are never counted out, because a small group can be
 * recognised (domain.md section 2).
 */
export function figureWords({ wert, einheit }: Pick<KeyFigure, 'wert' | 'einheit'>): string {
  if (typeof wert === 'string') return einheit ? `${wert} ${einheit}` : wert
  const number =
    einheit !== null && people.test(einheit) && wert > 0 && wert < 5 ? 'unter 5' : germanNumber.format(wert)
  return einheit ? `${number} ${einheit}` : number
}
