import type { Profile } from '../../programme/profile.ts'
import type { ProcessTemplate } from './template.ts'

/** The Ablauf that holds the days on which money ends. */
export const fundingTemplateId = 'foerderende'

/** Days before: a council needs half a year for the next budget. */
const ahead = [180, 90, 30]

/** The ends of fundings that the profile names, as a template; null: it names none. */
export function fundingTemplate({ finanzierung }: Pick<Profile, 'finanzierung'>): ProcessTemplate | null {
  const ending = finanzierung.flatMap(each => (each.bis ? [{ ...each, bis: each.bis }] : []))
  if (ending.length === 0) return null
  return {
    id: fundingTemplateId,
    name: 'Ende von Förderungen',
    art: 'pflicht',
    je: 'programm',
    beginnt: 'immer',
    wiederholung: null,
    schritte: ending.map(({ id, name, bis, quelle }) => ({
      id,
      titel: `Förderung endet: ${name}`,
      wer: null,
      nach: [],
      termin: { am: bis.wann, voraussichtlich: bis.voraussichtlich },
      vorlauf: ahead,
      // Money ends whatever anybody does; nobody is late with it.
      von_selbst: true,
      weich: true,
      status: 'offen',
      regionen: [],
      entbehrlich: false,
      verschiebungen: [],
      quelle,
    })),
    quelle: 'Profil, finanzierung',
  }
}
