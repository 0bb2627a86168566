import type { NamedDeadline } from '../../domain/process/deadlineNamed.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { shifted, whenOf } from '../../domain/process/when.ts'
import type { Reply } from '../../reply/reply.ts'
import { whenWords } from '../../texts/steps/stepWords.ts'
import type { Actor, ChangeNeeds } from './changeProcesses.ts'
import type { StepChange } from './changeStep.ts'
import { answerStepOrder, type StepReader } from './stepAnswers.ts'

/** Where a step is to be moved, as a person says it. */
export interface WantedMove {
  deadline: NamedDeadline
  /** Narrows what the words may mean. */
  of?: (process: PlannedProcess) => boolean
  to: { wann: string; tentative: boolean } | null
  shift: { days: number; months: number } | null
  /** No time is known any more. */
  undated: boolean
  reason: string | null
  decidedBy: string | null
  confirmed: string | null
  reader: StepReader
  /** "frist verschieben" or another command that takes the same words. */
  command: string
}

/** Moves a date, after a preview of all that would move with it. */
export function answerMove(needs: ChangeNeeds, actor: Actor, wanted: WantedMove): Promise<Reply> {
  const { command } = wanted
  return answerStepOrder(needs, actor, {
    ...wanted,
    reasonNeeded: true,
    change: at => moveOf(at, wanted, needs),
    line: (name, change) =>
      change?.kind === 'moved'
        ? `${command} ${name} ${target(change)}`
        : `${command} ${name} ${asSaid(wanted)}`.trim(),
    ask: (name, change) => ({
      question: `${name} ${change.kind === 'moved' && change.to ? `auf ${toWords(change)} verschieben` : 'ohne Termin lassen'}`,
      yes: 'Ja, verschieben',
    }),
    lead: (change, at) => {
      const from = at.step.moves.at(-1)?.from ?? null
      const to = change.kind === 'moved' && change.to ? toWords(change) : 'Zeitpunkt nicht bekannt'
      return `Verschoben: ${whenWords(from)} → ${to}.`
    },
  })
}

function moveOf(
  { step }: StepOfProcess,
  { to, shift, undated }: WantedMove,
  needs: ChangeNeeds,
): StepChange | string {
  if (undated) return { kind: 'moved', step: step.id, to: null, tentative: false }
  if (to) return { kind: 'moved', step: step.id, to: to.wann, tentative: to.tentative }
  if (!shift)
    return 'Wohin? Bitte nennen Sie einen Zeitpunkt, zum Beispiel „auf 03.05.2024“ oder „um 2 Wochen“.'
  if (!step.when)
    return 'Dieser Schritt hat noch keinen Termin. Bitte nennen Sie einen Zeitpunkt, zum Beispiel „auf Mai 2024“.'
  const { days, months } = shift
  const distance = months === 0 ? { tage: Math.abs(days) } : { monate: Math.abs(months) }
  const when = shifted(step.when, distance, days + months < 0 ? -1 : 1, needs.dates.land)
  return { kind: 'moved', step: step.id, to: when.wann, tentative: when.tentative }
}

function target(change: StepChange & { kind: 'moved' }): string {
  if (change.to === null) return 'unbestimmt'
  return `auf ${change.tentative ? 'voraussichtlich ' : ''}${change.to}`
}

/** For the line of another step: the words that were said. */
function asSaid({ to, shift, undated }: WantedMove): string {
  if (undated) return 'unbestimmt'
  if (to) return `auf ${to.tentative ? 'voraussichtlich ' : ''}${to.wann}`
  if (!shift) return ''
  const [n, unit] = shift.months === 0 ? [shift.days, 'Tage'] : [shift.months, 'Monate']
  return `um ${Math.abs(n)} ${unit}${n < 0 ? ' früher' : ''}`
}

function toWords(change: StepChange & { kind: 'moved' }): string {
  return whenWords(whenOf(change.to!, change.tentative)) // asked for only when there is one
}
