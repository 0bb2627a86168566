/** Who wrote the newest text, in which role (domain.md section 9; contract `kla classify`). */
export const stakeholders = [
  'eltern',
  'schule',
  'schultraeger',
  'schulamt',
  'freier_traeger',
  'jugendamt',
  'kreisverwaltung',
  'politik',
  'presse',
  'bewerber',
  'sonstige',
  'automatisch',
] as const
export type Stakeholder = (typeof stakeholders)[number]

/** What the letter is mainly about. */
export const topics = [
  'zeitplan',
  'ausschreibung',
  'kooperationsvertrag',
  'personal',
  'einzelfall',
  'finanzierung',
  'konzept',
  'datenschutz',
  'termin',
  'beschwerde',
  'presseanfrage',
  'sonstiges',
] as const
export type Topic = (typeof topics)[number]

/** Further signs; each may route a letter past its topic. */
export const flags = [
  'antrag_verdacht',
  'widerspruch',
  'ruege',
  'angebot_anlage',
  'anwalt',
  'dsgvo',
  'izg',
  'presse',
  'elternvertretung',
  'beschaeftigt_bei_traeger',
  'gremienmitglied',
  'gericht_vergabekammer',
  'sensibel',
  'heute_sichten',
] as const
export type Flag = (typeof flags)[number]

/** German words for people: "Eltern", "Schulträger". `null` is "ungeklärt". */
export const stakeholderNames: Record<Stakeholder, string> = {
  eltern: 'Eltern',
  schule: 'Schule',
  schultraeger: 'Schulträger',
  schulamt: 'Schulamt',
  freier_traeger: 'Träger',
  jugendamt: 'Jugendamt',
  kreisverwaltung: 'Kreisverwaltung',
  politik: 'Politik',
  presse: 'Presse',
  bewerber: 'Bewerbende',
  sonstige: 'Sonstige',
  automatisch: 'automatische Nachricht',
}

export const topicNames: Record<Topic, string> = {
  zeitplan: 'Zeitplan',
  ausschreibung: 'Ausschreibung',
  kooperationsvertrag: 'Kooperationsvertrag',
  personal: 'Personal',
  einzelfall: 'Einzelfall',
  finanzierung: 'Finanzierung',
  konzept: 'Konzept',
  datenschutz: 'Datenschutz',
  termin: 'Termin',
  beschwerde: 'Beschwerde',
  presseanfrage: 'Presseanfrage',
  sonstiges: 'Sonstiges',
}

/** One piece of evidence for a label, fit to be shown to the person who may read the letter. */
export interface Evidence {
  axis: 'stakeholder' | 'topic' | 'region' | 'flag' | 'urgent_child_protection' | 'bidder_question'
  /** The label it speaks for, e.g. "schule". */
  label: string
  /** The kind of sign without any word of the letter, e.g. "Funktion in der Signatur": safe in a channel. */
  kind: string
  /** The words of the letter that were the sign, e.g. "an unserer Schule": for readers of the letter only. */
  words?: string
}

/** What the classifier says of one letter. `null` on an axis means "ungeklärt". */
export interface Classification {
  stakeholder: Stakeholder | null
  topic: Topic | null
  /** One place of the programme that the question is about, spelled as in the profile. */
  place: string | null
  /** A place named in the letter that the profile does not know; said, never guessed. */
  unknownPlace: string | null
  urgentChildProtection: boolean
  bidderQuestion: boolean
  flags: Flag[]
  /** 0 to 1. */
  confidence: { stakeholder: number; topic: number }
  because: Evidence[]
}
