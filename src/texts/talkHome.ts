import type { Temporal } from 'temporal-polyfill'
import type { StepOfProcess } from '../domain/process/stepsNamed.ts'
import type { Profile } from '../domain/programme/profile.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Action, Block, Reply, Row } from '../reply/reply.ts'
import { ownStandLine } from './standNote.ts'
import { stepRow } from './steps/stepRows.ts'
import type { NameOf } from './steps/stepWords.ts'

/** What somebody without a function reads on our own page. */
export function guestHome({ name, traeger }: Pick<Profile, 'name' | 'traeger'>): Reply {
  const summary = `${name}, ${traeger}`
  return {
    summary,
    audience: 'asker',
    blocks: [
      { kind: 'heading', text: summary },
      {
        kind: 'text',
        text: 'Hier lesen Sie, wie es um das Vorhaben steht. Aus Anfragen werden Vorgänge; ihre Nummern, Fristen und Zuständigkeiten sehen nur Personen, die mit einer Funktion verknüpft sind.',
      },
      { kind: 'text', text: 'Arbeiten Sie mit? Dann verknüpfen Sie Ihr Konto: Schreiben Sie mir „ich“.' },
      {
        kind: 'actions',
        actions: [
          { label: 'Konto verknüpfen', command: 'ich' },
          { label: 'Stand', command: 'status' },
          { label: 'Hilfe', command: 'hilfe' },
        ],
      },
    ],
  }
}

export interface HomeFacts {
  /** The person's function. */
  name: string
  tickets: { rows: Row[]; total: number; numbers: readonly string[] }
  /** Of the own ones: how many should have been answered by now. */
  overdue: number
  /** Open Vorgänge that nobody has. */
  unowned: number
  steps: { shown: readonly StepOfProcess[]; total: number }
  profile: Pick<Profile, 'beteiligte'>
  nameOf: NameOf
  /** There may be more that is not shown in this place. */
  protectedLeftOut: boolean
  now: Temporal.Instant
}

/** Own Vorgänge and Fristen with what is to be done next. */
export function staffHome(facts: HomeFacts): Reply {
  const { tickets, steps, now } = facts
  const summary = `${facts.name}: ${counted(tickets.total, 'offener Vorgang', 'offene Vorgänge')}, ${counted(steps.total, 'Frist', 'Fristen')}`
  const today = dayOf(now)
  const stepRows = steps.shown.map(at => stepRow(at, { profile: facts.profile, nameOf: facts.nameOf, today }))
  const blocks: Block[] = [
    { kind: 'heading', text: facts.name },
    ...list('Meine Vorgänge', tickets.rows, tickets.total, 'Ihnen ist kein offener Vorgang zugewiesen.'),
    ...list(
      'Meine Fristen, nächste 14 Tage',
      stepRows,
      steps.total,
      'In den nächsten 14 Tagen steht keine Frist Ihrer Funktion an.',
    ),
    { kind: 'text', text: nextWords(facts) },
    { kind: 'actions', actions: nextActions(facts) },
    { kind: 'note', text: noteOf(facts) },
  ]
  return { summary, audience: 'asker', blocks }
}

function list(title: string, rows: readonly Row[], total: number, none: string): Block[] {
  if (rows.length === 0) return [{ kind: 'text', text: none }]
  const more = total - rows.length
  return [
    { kind: 'rows', title, rows: [...rows] },
    ...(more > 0 ? [{ kind: 'text' as const, text: `Und ${more} weitere.` }] : []),
  ]
}

function counted(n: number, one: string, many: string): string {
  return n === 0 ? `keine ${many.replace(/^offene /, 'offenen ')}` : n === 1 ? `1 ${one}` : `${n} ${many}`
}

function nextWords({ overdue, unowned }: HomeFacts): string {
  const late =
    overdue === 0
      ? 'Überfällig ist von Ihren Vorgängen keiner.'
      : overdue === 1
        ? 'Einer Ihrer Vorgänge ist überfällig.'
        : `${overdue} Ihrer Vorgänge sind überfällig.`
  const free =
    unowned === 0
      ? ''
      : unowned === 1
        ? ' Für einen Vorgang ist noch niemand zuständig.'
        : ` Für ${unowned} Vorgänge ist noch niemand zuständig.`
  return late + free
}

function nextActions({ tickets, overdue, unowned }: HomeFacts): Action[] {
  return [
    ...tickets.numbers
      .slice(0, 2)
      .map(number => ({ label: `${number} zeigen`, command: `vorgang zeige ${number}` })),
    ...(overdue > 0
      ? [{ label: 'Meine überfälligen', command: 'vorgang liste überfällig zuständig:ich' }]
      : []),
    ...(unowned > 0
      ? [{ label: 'Noch ohne Zuständigkeit', command: 'vorgang liste zuständig:niemand' }]
      : []),
    { label: 'Alle Fristen', command: 'fristen' },
    { label: 'Stand', command: 'status' },
  ]
}

function noteOf({ now, protectedLeftOut }: HomeFacts): string {
  const rest = protectedLeftOut ? ' Geschützte Vorgänge stehen nur im Arbeitsplatz.' : ''
  return `${ownStandLine(now)}${rest}`
}
