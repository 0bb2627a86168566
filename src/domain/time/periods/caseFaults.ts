import { Temporal } from 'temporal-polyfill'
import { germanDay } from '../day.ts'
import { dayOfMoment, dispatchDays } from './facts.ts'
import type { EventInput, Moment, PeriodCase } from './inputs.ts'
import { missingLaw } from './law.ts'
import type { RuleSets } from './ruleSet.ts'

/** What can only come later: the second cannot lie before the first. */
const order: readonly (readonly [EventInput, EventInput])[] = [
  ['vorinformation_uebermittelt', 'auftragsbekanntmachung_abgesendet'],
  ['vorinformation_uebermittelt', 'aufforderung_interessensbestaetigung_abgesendet'],
  ['auftragsbekanntmachung_abgesendet', 'eingangsbestaetigung_amt_fuer_veroeffentlichungen'],
  ['auftragsbekanntmachung_abgesendet', 'ted_veroeffentlicht'],
  ['eingangsbestaetigung_amt_fuer_veroeffentlichungen', 'ted_veroeffentlicht'],
  ['auftragsbekanntmachung_abgesendet', 'teilnahmefrist_ende'],
  ['auftragsbekanntmachung_abgesendet', 'angebotsfrist_ende'],
  ['auftragsbekanntmachung_abgesendet', 'aufforderung_erstangebot_abgesendet'],
  ['auftragsbekanntmachung_abgesendet', 'aufforderung_angebot_abgesendet'],
  ['teilnahmefrist_ende', 'angebotsfrist_ende'],
  ['aufforderung_erstangebot_abgesendet', 'angebotsfrist_ende'],
  ['aufforderung_angebot_abgesendet', 'angebotsfrist_ende'],
  ['auftragsbekanntmachung_abgesendet', 'information_134_abgesendet'],
  ['auftragsbekanntmachung_abgesendet', 'zuschlag_am'],
  ['auftragsbekanntmachung_abgesendet', 'vertrag_geschlossen'],
  ['verstoss_erkannt_am', 'nichtabhilfe_beim_bieter_eingegangen'],
  ['nachpruefungsantrag_eingegangen', 'entscheidung_vergabekammer_zugestellt'],
  ['vertrag_geschlossen', 'information_ueber_vertragsschluss'],
  ['vertrag_geschlossen', 'vergabebekanntmachung_ted_veroeffentlicht'],
  ['zuschlag_am', 'vergabebekanntmachung_ted_veroeffentlicht'],
  ['vertrag_geschlossen', 'vertragslaufzeit_ende'],
  ['zuschlag_am', 'vertragslaufzeit_ende'],
]

/** One German sentence for what cannot be: an end before its beginning, a day no law is known for. */
export function faultOfCase(one: PeriodCase, rules: RuleSets): string | null {
  for (const [first, second] of order) {
    const earlier = earliest(first, one)
    const later = earliest(second, one)
    if (!earlier || !later || isBeforeOrSame(earlier, later)) continue
    return `„${second}“ (${germanDay(dayOfMoment(later))}) liegt vor „${first}“ (${germanDay(dayOfMoment(earlier))}).`
  }
  return missingLaw(one, rules)
}

function earliest(event: EventInput, one: PeriodCase): Moment | null {
  if (event !== 'auftragsbekanntmachung_abgesendet') return one.inputs[event] ?? null
  return [...dispatchDays(one)].sort(Temporal.PlainDate.compare)[0] ?? null
}

function isBeforeOrSame(earlier: Moment, later: Moment): boolean {
  if (earlier instanceof Temporal.ZonedDateTime && later instanceof Temporal.ZonedDateTime)
    return Temporal.ZonedDateTime.compare(earlier, later) <= 0
  return Temporal.PlainDate.compare(dayOfMoment(earlier), dayOfMoment(later)) <= 0
}
