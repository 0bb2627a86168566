import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process/process.ts'
import { germanDay, germanDayWithWeekday } from '../time/day.ts'
import { checkChosen } from '../time/periods/checkChosen.ts'
import { isLeastFor } from '../time/periods/closing.ts'
import { wordsForEvent } from '../time/periods/inputs.ts'
import { appliesTo, lawInForce } from '../time/periods/law.ts'
import { periodsOf } from '../time/periods/periodsOf.ts'
import { calendarOf, daysOff, nextWorkingDayFrom } from '../time/periods/workCalendar.ts'
import { closingMinimum } from './closingMinimum.ts'
import { type Law, type LegalCheck, labelsOf, lawful, refused } from './legalCheck.ts'
import { type Closing, closingHours, tenderCase } from './tenderCase.ts'
import { inPeoplesWords } from './tenderEvents.ts'

/** The fact that the date of a step is: the end of the period for requests or tenders; null: it is no such step. */
export function closingOf({ template }: PlannedProcess, step: Pick<PlannedStep, 'id'>): Closing | null {
  const name = template.schritte.find(each => each.id === step.id)?.schlusstermin
  return (Object.keys(closingHours) as Closing[]).find(each => each === name) ?? null
}

/** Whether the period for requests or tenders may end on this day. */
export function lawfulClosing(
  process: PlannedProcess,
  closing: Closing,
  to: Temporal.PlainDate,
  reason: string | null,
  { land, rules }: Law,
): LegalCheck {
  const read = tenderCase({ ...process.facts, [closing]: to.toString() }, land, rules)
  if (read === null) return lawful
  if ('problem' in read) return refused(inPeoplesWords(read.problem, labelsOf(process)))
  const one = read.case
  const least = closingMinimum(closing, one, periodsOf(one, rules), rules)
  if (!least) {
    const rule = lawInForce(one, rules)
      .flatMap(each => each.fristen)
      .find(each => appliesTo(each, one) && isLeastFor(each, closing, one.inputs))
    if (rule)
      return refused(
        `Diese Frist beginnt erst am Tag nach ${wordsForEvent(rule.ereignis)}; dieser Tag ist noch nicht eingetragen.`,
      )
    return {
      kind: 'ok',
      hints: ['Das Gesetz nennt keine Zahl: Die Frist muss angemessen sein (§ 20 Abs. 1 VgV, § 13 UVgO).'],
    }
  }
  const atHour =
    process.facts[closingHours[closing]] !== undefined && process.facts[closingHours[closing]] !== null
  const period = (atHour && least.atHour) || least.end
  const calendar = calendarOf(land)
  const working = nextWorkingDayFrom(to, calendar)
  if (!working.equals(to)) {
    // A day that the law would refuse next is no advice.
    const tooEarly = reason === null && Temporal.PlainDate.compare(working, period.date) < 0
    const earliest = tooEarly ? period.date : working
    return refused(
      `Der ${germanDay(to)} ist kein Arbeitstag: ${daysOff(to, working, calendar)}; eine Frist endet erst am nächsten. Bitte ${germanDayWithWeekday(earliest)} oder einen ${tooEarly ? 'späteren' : 'anderen'} Arbeitstag nennen.`,
    )
  }
  const chosen = checkChosen(period, to, one.regime, reason)
  if (chosen.kind === 'refused') return refused(chosen.sentence)
  if (chosen.kind === 'deviation')
    return {
      kind: 'deviation',
      reason: `Abweichung mit Begründung (${chosen.norm}): ${chosen.reason}`,
      sentence: chosen.sentence,
    }
  const cut = !atHour && least.atHour && Temporal.PlainDate.compare(to, least.atHour.date) < 0
  return cut
    ? {
        kind: 'ok',
        hints: [
          `Gilt bis zum Ablauf des Tages. Mit einer Uhrzeit frühestens ${germanDayWithWeekday(least.atHour!.date)}.`,
        ],
      }
    : lawful
}

/** A period for requests or tenders that still runs on that day, of the step itself or of one before it. */
export function closingAhead(
  process: PlannedProcess,
  step: PlannedStep,
  on: Temporal.PlainDate,
): string | null {
  for (const id of [step.id, ...before(process, step.id)]) {
    const each = process.steps.find(other => other.id === id)
    if (!each?.when || !closingOf(process, each) || each.state === 'entfallen') continue
    if (Temporal.PlainDate.compare(on, each.when.last) >= 0) continue
    return `Der ${germanDay(on)} liegt vor „${each.title}“ (${germanDayWithWeekday(each.when.last)}).`
  }
  return null
}

function before({ template }: PlannedProcess, id: string, seen = new Set<string>()): string[] {
  for (const each of template.schritte.find(step => step.id === id)?.nach ?? [])
    if (!seen.has(each)) {
      seen.add(each)
      before({ template } as PlannedProcess, each, seen)
    }
  return [...seen]
}
