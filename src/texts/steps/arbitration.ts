import type { Temporal } from 'temporal-polyfill'
import {
  type ArbitrationState,
  agreementStep,
  arbitrationState,
} from '../../domain/process/kinds/arbitration.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import { subjectName } from '../../domain/process/subjects.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { germanDay, germanDayWithWeekday } from '../../domain/time/day.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { roleWords, stateWords, whenWords } from './stepWords.ts'

interface Around {
  programme: Programme
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** One arbitration with its clock; `lead` says what has just happened, "" for nothing. */
export function arbitrationReply(plan: PlannedProcess, lead: string, around: Around): Reply {
  const { programme, now, today } = around
  const state = arbitrationState(plan, today)
  const where = subjectName(programme, plan.instance.subject)
  const sentence = stateSentence(state)
  const agreement = agreementStep(plan.steps)
  return {
    summary: [lead, `Schlichtung ${where}: ${sentence}`].filter(part => part !== '').join(' '),
    audience: 'everyone',
    blocks: [
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'heading', text: `Schlichtung ${where}, begonnen am ${germanDay(plan.instance.start)}` },
      { kind: 'text', text: sentence },
      { kind: 'rows', title: 'Frist', rows: rows(plan, around) },
      ...(agreement?.why
        ? [
            {
              kind: 'text',
              text: `Gezählt: ${[agreement.why, agreement.norm].filter(Boolean).join('; ')}`,
            } satisfies Block,
          ]
        : []),
      ...resultActions(state, where),
      standNote({ stand: programme.profile.stand, quelle: plan.template.quelle }, now),
    ],
  }
}

/** All arbitrations that are not over. */
export function arbitrationListReply(
  plans: readonly PlannedProcess[],
  quelle: string,
  { programme, now, today }: Around,
): Reply {
  const sentence =
    plans.length === 0
      ? 'Zurzeit läuft keine Schlichtung. Beginnen mit: schlichtung start <Bezirk>'
      : plans.length === 1
        ? '1 Schlichtung läuft.'
        : `${plans.length} Schlichtungen laufen.`
  const named = plans.map(plan => ({ plan, name: subjectName(programme, plan.instance.subject) }))
  return {
    summary: sentence,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: 'Schlichtung' },
      { kind: 'text', text: sentence },
      ...(plans.length > 0
        ? [
            {
              kind: 'rows',
              title: 'Offen',
              rows: named.map(({ plan, name }): Row => {
                const state = arbitrationState(plan, today)
                return {
                  sign: state.kind === 'running' ? 'planned' : 'urgent',
                  state: state.kind === 'running' ? `Tag ${state.day}` : 'handeln',
                  text: name,
                  detail: stateSentence(state),
                }
              }),
            } satisfies Block,
            {
              kind: 'actions',
              actions: named.map(({ name }) => ({ label: name, command: `schlichtung status ${name}` })),
            } satisfies Block,
          ]
        : []),
      standNote({ stand: programme.profile.stand, quelle }, now),
    ],
  }
}

function stateSentence(state: ArbitrationState): string {
  switch (state.kind) {
    case 'running':
      return `Tag ${state.day}.${state.end ? ` Die Frist für eine einvernehmliche Lösung endet am ${germanDayWithWeekday(state.end)}.` : ''}`
    case 'unsettled':
      return `Die Frist endete am ${germanDayWithWeekday(state.end)}. Gibt es eine Lösung? Wenn nicht, ist der nächste Schritt dran.`
    case 'agreed':
      return 'Es gibt eine einvernehmliche Lösung; die Schlichtung ist beendet.'
    case 'failed':
      return state.next
        ? `Es gibt keine einvernehmliche Lösung. Als Nächstes: ${state.next.title}${state.next.when ? `, ${whenWords(state.next.when)}` : ''}.`
        : 'Es gibt keine einvernehmliche Lösung; alles Weitere ist erledigt.'
  }
}

function rows(plan: PlannedProcess, { programme, today }: Around): Row[] {
  return plan.steps.map((step): Row => {
    const remark = [
      isSettled(step) ? '' : roleWords(programme.profile, step.role),
      step.state === 'offen' ? (step.hint ?? '') : '',
    ].filter(part => part !== '')
    return {
      // A day that only reminds is over when it has passed, not overdue.
      ...(step.optional && step.state === 'offen' && step.when && isBefore(step.when.last, today)
        ? { sign: 'none' as const, state: 'vorbei' }
        : step.state === 'entfallen' && step.id === agreementStep(plan.steps)?.id
          ? { sign: 'none' as const, state: 'nicht erreicht' }
          : stateWords(step, today)),
      text: step.title,
      detail: step.doneOn
        ? germanDay(step.doneOn)
        : step.when && step.state !== 'entfallen'
          ? whenWords(step.when)
          : '',
      ...(remark.length > 0 && { remark: remark.join(' · ') }),
    }
  })
}

function isBefore(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return day.until(today, { largestUnit: 'days' }).days > 0
}

function resultActions(state: ArbitrationState, where: string): Block[] {
  const actions: Action[] =
    state.kind === 'running' || state.kind === 'unsettled'
      ? [
          { label: 'Es gibt eine Lösung', command: `schlichtung ergebnis ${where} einig` },
          { label: 'Keine Lösung', command: `schlichtung ergebnis ${where} gescheitert` },
        ]
      : []
  return actions.length > 0 ? [{ kind: 'actions', actions }] : []
}
