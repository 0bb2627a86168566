import { Temporal } from 'temporal-polyfill'
import { processParts } from '../src/build/buildProcesses.ts'
import { programmeNamed } from '../src/buildWorld.ts'
import { type ProcessHistory, rememberedPlans } from '../src/domain/process/plansOf.ts'
import type { PlannedProcess, ProcessChange } from '../src/domain/process/process.ts'
import { subjectName, subjectsOf } from '../src/domain/process/subjects.ts'
import { type ProcessTemplate, templateSchema } from '../src/domain/process/template/template.ts'
import { wantedInstances } from '../src/domain/process/wantedInstances.ts'
import { programmeOf } from '../src/domain/programme/programme.ts'
import { dueReminders } from '../src/domain/reminders/dueReminders.ts'
import { keysSaid, morningMessages } from '../src/domain/reminders/morningMessages.ts'
import type { ReminderThing } from '../src/domain/reminders/reminderThing.ts'
import { speakingDays } from '../src/domain/reminders/speakingDays.ts'
import { thingsOfPlans } from '../src/domain/reminders/thingsOfPlans.ts'

export interface TicksFigure {
  seconds: number
  /** Of the processor; less than `seconds` where others want it too. */
  cpuSeconds: number
  mornings: number
  /** Lines of all morning messages. */
  lines: number
  /** Abläufe at the end, with those that recurred. */
  processes: number
  events: number
}

const first = Temporal.PlainDate.from('2024-08-01')
const years = 10

/**
 * Ten years of mornings for fifty Abläufe that live: half of them come back every year, each is touched about every three weeks,
 * and every morning asks what should begin, what has changed and what is to be said. No database: this is the domain.
 */
export function tenYearsOfMornings(): TicksFigure {
  const { profile } = programmeNamed('berlin')
  const programme = programmeOf({ ...profile, meilensteine: [], ablaeufe: templates() })
  const { dates, schoolCalendar } = processParts(programme)
  const byId = new Map(programme.profile.ablaeufe.map(each => [each.id, each]))
  const plansNow = rememberedPlans(byId, { ...dates, nameOf: subject => subjectName(programme, subject) })
  const days = speakingDays(profile.land, schoolCalendar)
  const sent = new Map<string, Temporal.PlainDate>()
  const histories: ProcessHistory[] = []
  const figure = { mornings: 0, lines: 0, events: 0 }
  let plans: readonly PlannedProcess[] = []
  let things: readonly ReminderThing[] = []
  const started = performance.now()
  const cpu = process.cpuUsage()
  const end = first.add({ years })
  for (let today = first; Temporal.PlainDate.compare(today, end) < 0; today = today.add({ days: 1 })) {
    const touched = touch(histories, plans, today, figure.mornings++)
    figure.events += touched
    const wanted = wantedInstances([...byId.values()], kind => subjectsOf(programme, [], kind), plans, {
      today,
      stand: first,
    })
    for (const instance of wanted)
      histories.push({ instance: { ...instance, id: histories.length + 1 }, events: [] })
    if (touched + wanted.length > 0) {
      plans = plansNow(histories)
      things = thingsOfPlans(plans, { profile: programme.profile, resting: false, numberOf: id => id })
    }
    const due = dueReminders(things, {
      today,
      land: profile.land,
      days,
      quietHours: false,
      sent,
      deputyAfter: 2,
      leadAfter: 5,
      channel: 'koordination',
    })
    const messages = morningMessages(due, channel => [channel], 15)
    for (const key of keysSaid(messages)) sent.set(key, today)
    figure.lines += messages.reduce((sum, each) => sum + each.lines.length, 0)
  }
  const { user, system } = process.cpuUsage(cpu)
  return {
    ...figure,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    processes: histories.length,
  }
}

/** Fifty templates of eight steps each, with dates by every kind of rule. */
function templates(): ProcessTemplate[] {
  return Array.from({ length: 50 }, (_, n) =>
    templateSchema.parse({
      id: `a${n}`,
      name: `Ablauf ${n}`,
      art: (['vereinbarung', 'pflicht', 'bericht', 'checkliste', 'aufgaben'] as const)[n % 5],
      ...(n % 2 === 0 && { beginnt: 'zyklus', wiederholung: { jedes: n % 4 === 0 ? 'schuljahr' : 'jahr' } }),
      quelle: 'Messung',
      schritte: [
        { id: 'S0', termin: { nach: 'beginn', wochen: 2 + n } },
        { id: 'S1', termin: { nach: 'S0', arbeitstage: 10 } },
        { id: 'S2', nach: ['S1'], termin: { nach: 'S1', monate: 1, rollt: true } },
        { id: 'S3', termin: { jaehrlich: '12-31' }, weich: false },
        { id: 'S4', nach: ['S2', 'S3'], termin: { vor: 'S3', tage: 20 } },
        { id: 'S5', nach: ['S4'], termin: { am: `${2025 + (n % 9)}-Q${1 + (n % 4)}` } },
        { id: 'S6', nach: ['S5'], tor: { braucht: `a${(n + 1) % 50}:S2`, wirkung: 'sperren' } },
        { id: 'S7', nach: ['S6'], termin: { nach: 'S5', jahre: 1 } },
      ].map(step => ({ titel: `Schritt ${step.id}`, wer: null, quelle: 'Messung', ...step })),
    }),
  )
}

/** The youngest so many Abläufe are at work: this year's and those of the year before. */
const atWork = 50

/**
 * What people do on a day: a twentieth of what is at work is touched, by a plan that is the same every time, and what is older is
 * ended, but for Abläufe that never come back.
 */
function touch(
  histories: ProcessHistory[],
  plans: readonly PlannedProcess[],
  today: Temporal.PlainDate,
  morning: number,
): number {
  let events = 0
  const happens = (i: number, change: ProcessChange) => {
    const { instance, events: before } = histories[i]!
    const event = { ...change, at: `${today}T09:00:00Z`, by: 'Messung', reason: null, decidedBy: null }
    histories[i] = { instance, events: [...before, event] }
    events++
  }
  for (const [i, plan] of plans.entries()) {
    if (i < histories.length - atWork) {
      if (plan.instance.cycle !== '' && !plan.over) happens(i, { kind: 'ended' })
    } else if ((i * 7 + morning) % 20 === 0) {
      const open = plan.steps.filter(each => each.state === 'offen')
      const step = open[(i + morning) % Math.max(1, open.length)]
      if (step) happens(i, changeTo(step.id, today, (i + morning) % 7))
    }
  }
  return events
}

function changeTo(step: string, today: Temporal.PlainDate, n: number): ProcessChange {
  if (n === 0) return { kind: 'done', step, on: today.toString() }
  if (n === 1) return { kind: 'snoozed', step, until: today.add({ days: 9 }).toString() }
  return { kind: 'moved', step, to: today.add({ days: 20 * n }).toString(), tentative: false }
}
