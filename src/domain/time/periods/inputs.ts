import type { Temporal } from 'temporal-polyfill'
import type { Land } from '../calendar.ts'

/*
 * What may be said of a procedure (contract `kla fristen`). The words behind each name stand in the sentence that counts a
 * period out: "Fristbeginn am Tag nach …".
 */

/** Events that have a day: dative, as in "am Tag nach der Absendung der Auftragsbekanntmachung". */
export const dayInputs = {
  vorinformation_uebermittelt: 'der Übermittlung der Vorinformation',
  auftragsbekanntmachung_abgesendet: 'der Absendung der Auftragsbekanntmachung',
  aufforderung_interessensbestaetigung_abgesendet:
    'der Absendung der Aufforderung zur Interessensbestätigung',
  aufforderung_erstangebot_abgesendet: 'der Absendung der Aufforderung zum Erstangebot',
  aufforderung_angebot_abgesendet: 'der Absendung der Aufforderung zur Angebotsabgabe',
  antrag_eingegangen: 'dem Eingang des Antrags',
  antrag_textform_eingegangen: 'dem Eingang des Antrags in Textform',
  information_134_abgesendet: 'der Absendung der Information nach § 134 GWB',
  exante_bekanntmachung_veroeffentlicht: 'der Veröffentlichung der Ex-ante-Bekanntmachung',
  verstoss_erkannt_am: 'der Kenntnis vom Verstoß',
  nichtabhilfe_beim_bieter_eingegangen: 'dem Eingang der Nichtabhilfe beim Bieter',
  nachpruefungsantrag_eingegangen: 'dem Eingang des Nachprüfungsantrags bei der Vergabekammer',
  entscheidung_vergabekammer_zugestellt: 'der Zustellung der Entscheidung der Vergabekammer',
  zuschlag_am: 'dem Zuschlag',
  vertrag_geschlossen: 'dem Vertragsschluss',
  information_ueber_vertragsschluss: 'der Information über den Vertragsschluss',
  vergabebekanntmachung_ted_veroeffentlicht:
    'der Veröffentlichung der Vergabebekanntmachung im Amtsblatt der EU',
  ex_post_veroeffentlicht: 'der Veröffentlichung des vergebenen Auftrags',
  vertragslaufzeit_ende: 'dem Ende der Vertragslaufzeit',
} as const

/** Moments: an instant, or a day when nobody knows the hour. Dative, as above. */
export const momentInputs = {
  eingangsbestaetigung_amt_fuer_veroeffentlichungen:
    'der Bestätigung des Eingangs durch das Amt für Veröffentlichungen',
  ted_veroeffentlicht: 'der Veröffentlichung im Amtsblatt der EU (TED)',
  teilnahmefrist_ende: 'dem Ende der Teilnahmefrist',
  angebotsfrist_ende: 'dem Ende der Angebotsfrist',
} as const

/** Yes or no; what is not said stays open. The words follow "gilt nur, wenn …". */
export const flagInputs = {
  dringlich_begruendet: 'eine Dringlichkeit hinreichend begründet ist',
  elektronische_angebote: 'elektronische Angebote angenommen werden',
  unterlagen_nicht_online: 'die Vergabeunterlagen nicht elektronisch abrufbar sind (§ 41 Abs. 2 VgV)',
  vertraulichkeitsmassnahmen:
    'Maßnahmen zum Schutz der Vertraulichkeit über eine Verschwiegenheitserklärung hinausgehen (§ 41 Abs. 3 VgV)',
  soziale_dienstleistung: 'es um eine soziale oder andere besondere Dienstleistung geht',
} as const

export const dispatchWays = ['elektronisch', 'fax', 'brief'] as const

export type DayInput = keyof typeof dayInputs
export type MomentInput = keyof typeof momentInputs
export type FlagInput = keyof typeof flagInputs
export type EventInput = DayInput | MomentInput

/** An hour that is known, or the whole day: the event is then over with the end of that day. */
export type Moment = Temporal.ZonedDateTime | Temporal.PlainDate

/** Days are local calendar days (§ 40 Abs. 1 VgV), moments are in Europe/Berlin. */
export type PeriodInputs = Partial<
  Record<Exclude<DayInput, 'auftragsbekanntmachung_abgesendet'>, Temporal.PlainDate>
> &
  Partial<Record<MomentInput, Moment>> &
  Partial<Record<FlagInput, boolean>> & {
    /** Several days are alternatives to compare; their keys end in `_bei_absendung_<day>`. */
    auftragsbekanntmachung_abgesendet?: Temporal.PlainDate | readonly Temporal.PlainDate[]
    /** Days on which all who were invited agreed. */
    einvernehmliche_frist_tage?: number
    versandweg?: (typeof dispatchWays)[number]
    /** False: there was none, so nothing can be shortened by it. */
    vorinformation?: false
  }

export const eventInputs = [...Object.keys(dayInputs), ...Object.keys(momentInputs)] as [
  EventInput,
  ...EventInput[],
]

export const inputNames = [
  ...eventInputs,
  ...(Object.keys(flagInputs) as FlagInput[]),
  'einvernehmliche_frist_tage',
  'versandweg',
] as const

/** "der Absendung der Auftragsbekanntmachung". */
export function wordsForEvent(event: EventInput): string {
  return { ...dayInputs, ...momentInputs }[event]
}

export const regimes = ['EU_VgV', 'EU_VgV_sozial', 'UVgO'] as const
export type Regime = (typeof regimes)[number]

const vgvProcedures = [
  'verhandlungsverfahren_mit_tnw',
  'verhandlungsverfahren_ohne_tnw',
  'offenes_verfahren',
  'nicht_offenes_verfahren',
  'wettbewerblicher_dialog',
  'innovationspartnerschaft',
] as const

const uvgoProcedures = [
  'oeffentliche_ausschreibung',
  'beschraenkte_ausschreibung_mit_teilnahmewettbewerb',
  'beschraenkte_ausschreibung_ohne_teilnahmewettbewerb',
  'verhandlungsvergabe_mit_tnw',
  'verhandlungsvergabe_ohne_tnw',
  'direktauftrag',
] as const

/** Kinds of procedure: above the thresholds § 14 VgV, below them § 8 UVgO and § 14 UVgO. */
export const procedures = [...vgvProcedures, ...uvgoProcedures] as const
export type Procedure = (typeof procedures)[number]

export function proceduresOf(regime: Regime): readonly Procedure[] {
  return regime === 'UVgO' ? uvgoProcedures : vgvProcedures
}

/** One procedure and what is known of it. */
export interface PeriodCase {
  /** Seat of the Vergabestelle: its holidays count. */
  land: Land
  regime: Regime
  procedure: Procedure
  inputs: PeriodInputs
}
