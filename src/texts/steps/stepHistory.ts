import { Temporal } from 'temporal-polyfill'
import type { PlannedStep, ProcessEvent, When } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { dayOf, germanDay, germanTime } from '../../domain/time/day.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'
import { standLine } from '../standNote.ts'
import {
  type NameOf,
  namedStep,
  roleWords,
  sinceWords,
  stateWords,
  waitWords,
  whenWords,
} from './stepWords.ts'

export interface HistoryShown {
  at: StepOfProcess
  /** All that happened to its Ablauf, oldest first. */
  events: readonly ProcessEvent[]
  /** What waits for it or is counted from it. */
  dependants: readonly StepOfProcess[]
  /** What its gate needs, "F-12 Unterzeichnung (Leitungen)"; "" without one. */
  gate: string
  profile: Pick<Profile, 'beteiligte' | 'stand' | 'quelle'>
  nameOf: NameOf
  today: Temporal.PlainDate
  /** Typed reasons may hold names: only where people of the house read. */
  withReasons: boolean
  actions: Action[]
}

/** Everything about one step: where its date comes from, every old date with reason and author, what hangs on it. */
export function historyReply(shown: HistoryShown): Reply {
  const { at, profile, nameOf } = shown
  const title = namedStep(nameOf(at), at.step, ' · ')
  const rows = historyRows(shown)
  return {
    summary: `${title}: ${whenWords(at.step.when)}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'facts', facts: factsOf(shown) },
      ...(rows.length > 0 ? [{ kind: 'rows', title: 'Verlauf', rows } satisfies Block] : []),
      ...(shown.actions.length > 0 ? [{ kind: 'actions', actions: shown.actions } satisfies Block] : []),
      {
        kind: 'note',
        text: `${standLine(profile, at.process.changedAt)} Zu diesem Schritt: ${at.step.source}`,
      },
    ],
  }
}

function factsOf(shown: HistoryShown): { label: string; value: string }[] {
  const { at, profile, nameOf, today, dependants, gate } = shown
  const { process, step } = at
  const facts = [
    { label: 'Ablauf', value: process.title },
    {
      label: 'Stand',
      value: [stateWords(step, today).state, sinceWords(at, today)].filter(Boolean).join(', '),
    },
    { label: isSettled(step) ? 'Erledigt am' : 'Termin', value: dateWords(step) },
    { label: 'Erledigt mit', value: step.doneWith ?? '' },
    { label: 'Zuständig', value: roleWords(profile, step.role) || 'keine Quelle nennt jemanden' },
    { label: 'Wartet', value: waitWords(at, { profile, nameOf }).replace(/^wartet auf /, 'auf ') },
    { label: 'Tor', value: gate },
    {
      label: 'Davon hängt ab',
      value: dependants.map(each => namedStep(nameOf(each), each.step)).join(', '),
    },
    { label: 'Hinweis', value: step.hint ?? '' },
  ]
  return facts.filter(each => each.value !== '')
}

/** The date and why it is what it is. */
function dateWords(step: PlannedStep): string {
  if (step.state === 'erledigt') return step.doneOn ? germanDay(step.doneOn) : 'keine Quelle nennt den Tag'
  const why = [step.norm ?? '', step.why].filter(part => part !== '').join(': ')
  return why === '' ? whenWords(step.when) : `${whenWords(step.when)} (${why})`
}

function historyRows({ at, events, profile, withReasons }: HistoryShown): Row[] {
  const own = events.filter(event => 'step' in event && event.step === at.step.id)
  const told = at.step.moves.filter(move => move.at === null)
  const made = at.step.moves.filter(move => move.at !== null)
  let moves = 0
  return [
    ...told.map(
      (move): Row => ({
        sign: 'moved',
        state: 'verschoben',
        text: moveWords(move.from, move.to),
        detail: 'laut Quelle',
        remark: [move.reason ?? '', move.decidedBy ? `beschlossen von ${move.decidedBy}` : '']
          .filter(part => part !== '')
          .join(' · '),
      }),
    ),
    ...own.map((event): Row => {
      const move = event.kind === 'moved' || event.kind === 'unset' ? made[moves++] : undefined
      const remark = [
        withReasons ? reasonWords(event) : event.reason ? 'Grund hinterlegt' : '',
        `eingetragen von ${event.by}`,
      ]
      return {
        ...eventWords(event, move ? moveWords(move.from, move.to) : '', profile),
        detail: momentWords(event.at),
        remark: remark.filter(part => part !== '').join(' · '),
      }
    }),
  ]
}

function reasonWords({ reason, decidedBy }: ProcessEvent): string {
  return [reason ? `Grund: ${reason}` : '', decidedBy ? `beschlossen von ${decidedBy}` : '']
    .filter(part => part !== '')
    .join(' · ')
}

function eventWords(
  event: ProcessEvent,
  move: string,
  profile: Pick<Profile, 'beteiligte'>,
): Pick<Row, 'sign' | 'state' | 'text'> {
  switch (event.kind) {
    case 'done':
      return { sign: 'done', state: 'erledigt', text: `am ${germanDay(Temporal.PlainDate.from(event.on))}` }
    case 'reopened':
      return { sign: 'planned', state: 'geöffnet', text: 'wieder offen' }
    case 'dropped':
      return { sign: 'none', state: 'entfallen', text: 'wird nicht mehr gebraucht' }
    case 'moved':
      return { sign: 'moved', state: 'verschoben', text: move }
    case 'unset':
      return { sign: 'moved', state: 'zurück', text: move }
    case 'snoozed':
      return {
        sign: 'none',
        state: 'schlummert',
        text: `bis ${germanDay(Temporal.PlainDate.from(event.until))}`,
      }
    case 'owner':
      return { sign: 'none', state: 'zuständig', text: roleWords(profile, event.role) }
    case 'unlocked':
      return { sign: 'fixed', state: 'freigegeben', text: 'trotz offener Voraussetzung' }
    case 'added':
      return { sign: 'new', state: 'angelegt', text: '' }
    case 'noted':
      return { sign: 'none', state: 'Notiz', text: '' }
    case 'fact':
    case 'ended':
      return { sign: 'none', state: 'geändert', text: '' }
  }
}

function moveWords(from: When | null, to: When | null): string {
  return `${whenWords(from)} → ${whenWords(to)}`
}

/** "22.04.2024, 09:14". */
function momentWords(iso: string): string {
  const at = Temporal.Instant.from(iso)
  return `${germanDay(dayOf(at))}, ${germanTime(at)}`
}
