import { type EventInput, eventInputs } from '../time/periods/inputs.ts'

/** What happens in a procedure and is told by its day. */
export interface TenderEvent {
  /** What people call it; the first is shown. */
  words: readonly [string, ...string[]]
  /** "Bekanntmachung abgesendet". */
  label: string
  /** It finishes a phase of the procedure, or is a fact that periods follow from. */
  effect: { kind: 'step'; step: string } | { kind: 'fact'; fact: EventInput }
  /** Tells that a company asked or complained: known to the Vergabestelle alone (domain.md sections 4 and 8, D25). */
  ofCompany?: true
  /** It may lie ahead. */
  ahead?: true
}

const step = (id: string) => ({ kind: 'step', step: id }) as const
const fact = (name: EventInput) => ({ kind: 'fact', fact: name }) as const

/** All of them by the word of the command. */
export const tenderEvents = {
  bedarf: { words: ['bedarf'], label: 'Bedarf und Auftragswert geklärt', effect: step('bedarf') },
  verfahrenswahl: {
    words: ['verfahrenswahl'],
    label: 'Verfahrensart gewählt und begründet',
    effect: step('verfahrenswahl'),
  },
  uebergabe: {
    words: ['übergabe', 'unterlagen übergeben'],
    label: 'Unterlagen an die Vergabestelle gegeben',
    effect: step('uebergabe'),
  },
  vorinformation: {
    words: ['vorinformation'],
    label: 'Vorinformation übermittelt',
    effect: step('vorinformation'),
  },
  bekanntmachung: {
    words: ['bekanntmachung', 'auftragsbekanntmachung', 'bekanntmachung abgesendet'],
    label: 'Auftragsbekanntmachung abgesendet',
    effect: step('bekanntmachung'),
  },
  eingangsbestaetigung: {
    words: ['eingangsbestätigung'],
    label: 'Eingang vom Amt für Veröffentlichungen bestätigt',
    effect: fact('eingangsbestaetigung_amt_fuer_veroeffentlichungen'),
  },
  ted: {
    words: ['ted', 'ted veröffentlicht'],
    label: 'Bekanntmachung im Amtsblatt der EU (TED) veröffentlicht',
    effect: fact('ted_veroeffentlicht'),
  },
  interessensbestaetigung: {
    words: ['interessensbestätigung'],
    label: 'Aufforderung zur Interessensbestätigung abgesendet',
    effect: fact('aufforderung_interessensbestaetigung_abgesendet'),
  },
  auswahl: { words: ['auswahl'], label: 'Teilnahmeanträge geprüft und ausgewählt', effect: step('auswahl') },
  aufforderung: {
    words: ['aufforderung', 'angebotsaufforderung', 'aufforderung abgesendet'],
    label: 'Aufforderung zur Angebotsabgabe abgesendet',
    effect: step('aufforderung'),
  },
  oeffnung: { words: ['öffnung'], label: 'Angebote geöffnet', effect: step('oeffnung') },
  verhandlung: {
    words: ['verhandlung', 'verhandlungen'],
    label: 'Verhandlungsrunden',
    effect: step('verhandlung'),
  },
  wertung: { words: ['wertung'], label: 'Angebote gewertet', effect: step('wertung') },
  gremium: {
    words: ['gremium', 'gremienbeschluss'],
    label: 'Gremium hat beschlossen',
    effect: step('gremium'),
  },
  information: {
    words: ['information', 'vorabinformation', 'information abgesendet'],
    label: 'Information nach § 134 GWB abgesendet',
    effect: step('information'),
  },
  exante: {
    words: ['exante', 'ex-ante'],
    label: 'Ex-ante-Bekanntmachung veröffentlicht',
    effect: fact('exante_bekanntmachung_veroeffentlicht'),
  },
  zuschlag: { words: ['zuschlag'], label: 'Zuschlag erteilt', effect: step('zuschlag') },
  vertrag: {
    words: ['vertrag', 'vertragsschluss'],
    label: 'Vertrag geschlossen, wenn an einem anderen Tag als dem Zuschlag',
    effect: fact('vertrag_geschlossen'),
  },
  vertragsinformation: {
    words: ['vertragsinformation'],
    label: 'Information über den Vertragsschluss',
    effect: fact('information_ueber_vertragsschluss'),
  },
  vergabebekanntmachung: {
    words: ['vergabebekanntmachung'],
    label: 'Vergabebekanntmachung abgesendet',
    effect: step('vergabebekanntmachung'),
  },
  vergabe_ted: {
    words: ['vergabebekanntmachung ted', 'vergabe-ted'],
    label: 'Vergabebekanntmachung im Amtsblatt der EU veröffentlicht',
    effect: fact('vergabebekanntmachung_ted_veroeffentlicht'),
  },
  laufzeitende: {
    words: ['laufzeitende', 'vertragsende', 'ende der vertragslaufzeit'],
    label: 'Ende der Vertragslaufzeit',
    effect: fact('vertragslaufzeit_ende'),
    ahead: true,
  },
  antrag: {
    words: ['antrag', 'auskunftsantrag'],
    label: 'Antrag auf Unterrichtung in Textform eingegangen',
    effect: fact('antrag_textform_eingegangen'),
    ofCompany: true,
  },
  verstoss: {
    words: ['verstoß', 'verstoß erkannt', 'verstoss erkannt'],
    label: 'Verstoß vom Unternehmen erkannt',
    effect: fact('verstoss_erkannt_am'),
    ofCompany: true,
  },
  nichtabhilfe: {
    words: ['nichtabhilfe'],
    label: 'Nichtabhilfe beim Unternehmen eingegangen',
    effect: fact('nichtabhilfe_beim_bieter_eingegangen'),
    ofCompany: true,
  },
  nachpruefungsantrag: {
    words: ['nachprüfungsantrag', 'nachprüfung'],
    label: 'Nachprüfungsantrag bei der Vergabekammer eingegangen',
    effect: fact('nachpruefungsantrag_eingegangen'),
  },
  entscheidung: {
    words: ['entscheidung', 'entscheidung vergabekammer'],
    label: 'Entscheidung der Vergabekammer zugestellt',
    effect: fact('entscheidung_vergabekammer_zugestellt'),
  },
  nachpruefung_beendet: {
    words: ['nachprüfung beendet', 'beschwerdefrist abgelaufen'],
    label: 'Nachprüfung beendet',
    effect: step('nachpruefung'),
  },
} as const satisfies Readonly<Record<string, TenderEvent>>

export type TenderEventName = keyof typeof tenderEvents

export function tenderEvent(name: TenderEventName): TenderEvent {
  return tenderEvents[name]
}

/** Facts that tell of a company; shown to the Vergabestelle alone. */
export const factsOfCompanies: ReadonlySet<EventInput> = new Set<EventInput>([
  'antrag_eingegangen',
  ...Object.values<TenderEvent>(tenderEvents).flatMap(({ effect, ofCompany }) =>
    effect.kind === 'fact' && ofCompany ? [effect.fact] : [],
  ),
])

/** A sentence of the period engine with its names of inputs in words that people use. */
export function inPeoplesWords(
  sentence: string,
  labels: Readonly<Partial<Record<EventInput, string>>>,
): string {
  return sentence.replace(/„([a-z0-9_]+)“/g, (all, name: string) => {
    const input = eventInputs.find(each => each === name)
    const label = input && (labels[input] ?? factLabel(input))
    return label ? `„${label}“` : all
  })
}

function factLabel(input: EventInput): string | undefined {
  return Object.values<TenderEvent>(tenderEvents).find(
    ({ effect }) => effect.kind === 'fact' && effect.fact === input,
  )?.label
}
