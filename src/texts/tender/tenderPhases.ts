import type { TenderPhase } from '../../domain/programme/profile.ts'

/** Where a procedure stands, in words that are public. */
export const phaseWords: Record<TenderPhase, string> = {
  vorbereitung: 'in Vorbereitung',
  tnw: 'Teilnahmewettbewerb läuft',
  angebotsphase: 'Angebotsphase läuft',
  verhandlung: 'Verhandlungen laufen',
  wartefrist: 'Wartefrist vor dem Zuschlag (§ 134 GWB)',
  vertrag: 'Vertrag geschlossen',
  aufgehoben: 'aufgehoben',
  keine: 'kein Verfahren',
}

/** What companies that write are answered in each phase (domain.md section 4). */
const letters: Record<TenderPhase, string> = {
  vorbereitung:
    'Unternehmen wird geantwortet, dass die Bekanntmachung abzuwarten ist; Inhalte der Unterlagen werden nicht genannt.',
  tnw: 'Post von Unternehmen geht allein an die Vergabestelle; beantwortet wird sie mit dem Hinweis auf die Vergabeplattform.',
  angebotsphase:
    'Post von Unternehmen geht allein an die Vergabestelle; beantwortet wird sie mit dem Hinweis auf die Vergabeplattform.',
  verhandlung:
    'Post von Unternehmen geht allein an die Vergabestelle; niemand aus der Projektgruppe sieht sie.',
  wartefrist: 'Post von Unternehmen geht allein an die Vergabestelle; Rügen werden ihr sofort gemeldet.',
  vertrag: 'Post von Unternehmen wird wie jede andere behandelt; der Vertrag wird vom Fachbereich geführt.',
  aufgehoben: 'Anträge von Unternehmen gehen an die Vergabestelle; andere hören, dass aufgehoben ist.',
  keine: 'Post von Unternehmen wird wie jede andere behandelt.',
}

export function lettersIn(phase: TenderPhase): string {
  return letters[phase]
}

export const phaseSentence = {
  already: (phase: TenderPhase) => `Der Stand ist schon: ${phaseWords[phase]}.`,
  change: (before: TenderPhase, after: TenderPhase) =>
    before === after
      ? `Der Stand bleibt: ${phaseWords[after]}.`
      : `Der Stand wechselt von „${phaseWords[before]}“ zu „${phaseWords[after]}“. Damit ändert sich, was auf Briefe geantwortet wird:`,
}
