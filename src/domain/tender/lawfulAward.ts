import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess } from '../process/process.ts'
import { germanDay, germanDayWithWeekday } from '../time/day.ts'
import { periodsOf } from '../time/periods/periodsOf.ts'
import { type Law, type LegalCheck, lawful, refused } from './legalCheck.ts'
import { tenderCase } from './tenderCase.ts'

/** § 134 GWB: companies that get nothing are told first, then the standstill passes. */
export function lawfulAward(
  process: PlannedProcess,
  on: Temporal.PlainDate,
  reason: string | null,
  law: Law,
): LegalCheck {
  const information = process.steps.find(each => each.id === 'information')
  if (!information || information.state === 'erledigt') return afterStandstill(process, on, reason, law)
  // § 134 Abs. 3 Satz 1 GWB.
  if (process.facts.verfahren === 'verhandlungsverfahren_ohne_tnw' && reason)
    return {
      kind: 'deviation',
      reason: `Ohne Information und Wartefrist (§ 134 Abs. 3 GWB): ${reason}`,
      sentence: 'Ohne Information nach § 134 GWB; die besondere Dringlichkeit gehört in den Vergabevermerk.',
    }
  const exception =
    process.facts.verfahren === 'verhandlungsverfahren_ohne_tnw'
      ? ' Nur bei besonderer Dringlichkeit entfällt das (§ 134 Abs. 3 GWB); dann bitte den Grund nennen.'
      : ''
  return refused(
    `Vor dem Zuschlag ist die Information nach § 134 GWB abzusenden und die Wartefrist abzuwarten. Bitte zuerst: vergabe ereignis information am …${exception}`,
  )
}

/** § 134 Abs. 2 GWB, by both readings of its end. */
export function afterStandstill(
  process: PlannedProcess,
  on: Temporal.PlainDate,
  reason: string | null,
  { land, rules }: Law,
): LegalCheck {
  const read = tenderCase(process.facts, land, rules)
  if (read === null || 'problem' in read) return lawful
  const ends = periodsOf(read.case, rules).filter(each => each.kind === 'date')
  const prevailing = ends.find(each => each.key === 'vertragsschluss_fruehestens_herrschende_meinung')
  const cautious = ends.find(each => each.key === 'vertragsschluss_fruehestens_vorsichtig')
  if (!prevailing || !cautious || Temporal.PlainDate.compare(on, cautious.date) >= 0) return lawful
  const both = prevailing.date.equals(cautious.date)
    ? germanDayWithWeekday(cautious.date)
    : `${germanDayWithWeekday(prevailing.date)} nach herrschender Meinung, vorsichtig gezählt ${germanDayWithWeekday(cautious.date)}`
  const sentence = `Der ${germanDay(on)} liegt vor dem frühesten Vertragsschluss (${both}; ${cautious.norm}).`
  if (Temporal.PlainDate.compare(on, prevailing.date) < 0)
    return refused(
      `${sentence} Ein Zuschlag in der Wartefrist ist von Anfang an unwirksam (§ 135 Abs. 1 GWB).`,
    )
  if (!reason) return refused(`${sentence} Für den früheren Tag bitte Begründung angeben.`)
  return { kind: 'deviation', reason: `Nach herrschender Meinung (§ 134 Abs. 2 GWB): ${reason}`, sentence }
}

/** § 169 Abs. 1 GWB: the ban lasts until the decision and the end of the time for a complaint. */
export function reviewOver(
  process: PlannedProcess,
  on: Temporal.PlainDate,
  reason: string | null,
  { land, rules }: Law,
): LegalCheck {
  const read = tenderCase(process.facts, land, rules)
  const end =
    read === null || 'problem' in read
      ? undefined
      : periodsOf(read.case, rules).find(each => each.key === 'sofortige_beschwerde_spaetestens')
  if (end?.kind === 'date' && Temporal.PlainDate.compare(on, end.date) > 0) return lawful
  if (reason)
    return { kind: 'deviation', reason, sentence: 'Das Zuschlagsverbot endet mit dieser Begründung.' }
  return refused(
    end?.kind === 'date'
      ? `Die Beschwerdefrist läuft bis zum Ablauf des ${germanDayWithWeekday(end.date)} (${end.norm}); so lange gilt das Zuschlagsverbot (§ 169 Abs. 1 GWB). Endete die Nachprüfung anders, zum Beispiel durch Rücknahme, bitte den Grund nennen.`
      : 'Eine Entscheidung der Vergabekammer ist nicht eingetragen. Endete die Nachprüfung ohne sie, zum Beispiel durch Rücknahme, bitte den Grund nennen.',
  )
}
