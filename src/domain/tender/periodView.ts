import type { ProcessTemplate } from '../process/template/template.ts'
import type { EventInput, PeriodCase } from '../time/periods/inputs.ts'
import { appliesTo, lawInForce } from '../time/periods/law.ts'
import type { Period } from '../time/periods/period.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'
import { factsOfCompanies } from './tenderEvents.ts'

/** Parts of a procedure under which its periods are shown, in their order. */
export const periodGroups = {
  vorbereitung: 'Vor der Bekanntmachung',
  teilnahme: 'Teilnahme',
  angebote: 'Angebote',
  zuschlag: 'Wartefrist und Zuschlag',
  danach: 'Nach dem Zuschlag',
  nachpruefung: 'Rüge und Nachprüfung',
} as const
export type PeriodGroup = keyof typeof periodGroups

const groupOfEvent: Record<EventInput, PeriodGroup> = {
  vorinformation_uebermittelt: 'vorbereitung',
  auftragsbekanntmachung_abgesendet: 'teilnahme',
  aufforderung_interessensbestaetigung_abgesendet: 'teilnahme',
  eingangsbestaetigung_amt_fuer_veroeffentlichungen: 'teilnahme',
  ted_veroeffentlicht: 'teilnahme',
  teilnahmefrist_ende: 'teilnahme',
  aufforderung_erstangebot_abgesendet: 'angebote',
  aufforderung_angebot_abgesendet: 'angebote',
  angebotsfrist_ende: 'angebote',
  information_134_abgesendet: 'zuschlag',
  exante_bekanntmachung_veroeffentlicht: 'zuschlag',
  zuschlag_am: 'danach',
  vertrag_geschlossen: 'danach',
  information_ueber_vertragsschluss: 'danach',
  vergabebekanntmachung_ted_veroeffentlicht: 'danach',
  ex_post_veroeffentlicht: 'danach',
  vertragslaufzeit_ende: 'danach',
  antrag_eingegangen: 'danach',
  antrag_textform_eingegangen: 'danach',
  verstoss_erkannt_am: 'nachpruefung',
  nichtabhilfe_beim_bieter_eingegangen: 'nachpruefung',
  nachpruefungsantrag_eingegangen: 'nachpruefung',
  entscheidung_vergabekammer_zugestellt: 'nachpruefung',
}

/**
 * The periods that a person may see, by their part of the procedure. What tells of a company is for the Vergabestelle alone; the
 * comparison with the full period is shown only where urgency shortened it, the floor of an agreement only where one was sought.
 */
export function periodsByGroup(
  periods: readonly Period[],
  one: Pick<PeriodCase, 'inputs'>,
  sees: { companies: boolean },
): [PeriodGroup, Period[]][] {
  const shown = periods.filter(
    ({ key, event }) =>
      (sees.companies || !factsOfCompanies.has(event)) &&
      (one.inputs.dringlich_begruendet || !key.startsWith('vergleich_regelfrist')) &&
      (one.inputs.einvernehmliche_frist_tage !== undefined || key !== 'angebotsfrist_ohne_einvernehmen_min'),
  )
  return (Object.keys(periodGroups) as PeriodGroup[]).flatMap(group => {
    const own = shown.filter(each => groupOf(each) === group)
    return own.length > 0 ? [[group, own] satisfies [PeriodGroup, Period[]]] : []
  })
}

/** In an open procedure the notice begins the period for tenders. */
function groupOf({ key, event }: Period): PeriodGroup {
  return event === 'auftragsbekanntmachung_abgesendet' && key.startsWith('angebotsfrist')
    ? 'angebote'
    : groupOfEvent[event]
}

/** Days that people wait for, in their order; each brings periods once it is known. */
const awaited = [
  'auftragsbekanntmachung_abgesendet',
  'eingangsbestaetigung_amt_fuer_veroeffentlichungen',
  'aufforderung_erstangebot_abgesendet',
  'aufforderung_angebot_abgesendet',
  'angebotsfrist_ende',
  'information_134_abgesendet',
  'zuschlag_am',
  'vertragslaufzeit_ende',
] as const satisfies readonly EventInput[]

/** Facts that no step of a procedure gives. */
const withoutStep: ReadonlySet<EventInput> = new Set<EventInput>([
  'eingangsbestaetigung_amt_fuer_veroeffentlichungen',
  'vertragslaufzeit_ende',
])

/** What is not known yet of a procedure with these steps, and the periods that begin with it. */
export function periodsToCome(
  one: PeriodCase,
  { schritte }: Pick<ProcessTemplate, 'schritte'>,
  rules: RuleSets,
): { event: (typeof awaited)[number]; labels: string[] }[] {
  const all = lawInForce(one, rules).flatMap(law => law.fristen.filter(rule => appliesTo(rule, one)))
  return awaited.flatMap(event => {
    const given = schritte.some(step => step.ergibt === event || step.schlusstermin === event)
    if (one.inputs[event] !== undefined || !(given || withoutStep.has(event))) return []
    const own = all.filter(
      rule =>
        rule.ereignis === event &&
        rule.nur_wenn.length === 0 &&
        rule.art !== 'schlusstermin_pruefung' &&
        !(rule.art === 'wert' && rule.wert === 'entfaellt'),
    )
    const labels = [...new Set(own.map(rule => rule.bezeichnung))]
    return labels.length > 0 ? [{ event, labels }] : []
  })
}
