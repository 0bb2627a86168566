import { Temporal } from 'temporal-polyfill'
import { isBlocked } from '../../domain/process/gates.ts'
import { openSince } from '../../domain/process/openSince.ts'
import type { PlannedStep, When } from '../../domain/process/process.ts'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { ProcessKind } from '../../domain/process/template/template.ts'
import { isSharp } from '../../domain/process/when.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { germanDayWithWeekday } from '../../domain/time/day.ts'
import { germanPointInTime } from '../../domain/time/pointInTime.ts'
import type { Sign } from '../../reply/reply.ts'

/** How a step is called: "F-7", or its id while it has no number. */
export type NameOf = (at: StepOfProcess) => string

/** "F-7 Entwurf"; what goes by its title is not said twice. */
export function namedStep(name: string, { title }: Pick<PlannedStep, 'title'>, between = ' '): string {
  return name.startsWith(title) ? name : `${name}${between}${title}`
}

/** "Mi 24.04.2024", "voraussichtlich 4. Quartal 2024"; „Zeitpunkt nicht genannt“ without one. */
export function whenWords(when: When | null): string {
  if (!when) return 'Zeitpunkt nicht genannt'
  if (isSharp(when) && !when.tentative) return germanDayWithWeekday(when.first)
  return germanPointInTime({ wann: when.wann, voraussichtlich: when.tentative })
}

/** The function behind the id of one of the `beteiligte`; "" when no one is named. */
export function roleWords({ beteiligte }: Pick<Profile, 'beteiligte'>, role: string | null): string {
  return role === null ? '' : (beteiligte.find(each => each.id === role)?.name ?? role)
}

/** "1 Tag", "21 Tagen" (dative). */
export function daysWords(days: number): string {
  return days === 1 ? '1 Tag' : `${days} Tagen`
}

/** What simply happens on its day is not open before it. */
const ownDates: ReadonlySet<ProcessKind> = new Set(['meilensteine', 'sitzung'])

/** "seit 21 Tagen offen"; "" for what has not been anybody's turn. */
export function sinceWords({ process, step }: StepOfProcess, today: Temporal.PlainDate): string {
  const before = process.template.schritte.find(each => each.id === step.id)?.nach ?? []
  const begun =
    step.state === 'laeuft' ||
    (before.length > 0 &&
      before.every(id => process.steps.some(each => each.id === id && each.state === 'erledigt')))
  if (!begun || ownDates.has(process.template.art)) return ''
  const since = openSince(process, step)
  const days = since ? since.until(today, { largestUnit: 'days' }).days : 0
  return days > 0 ? `seit ${daysWords(days)} offen` : ''
}

export interface WaitContext {
  profile: Pick<Profile, 'beteiligte'>
  /** null: steps go by their titles alone. */
  nameOf: NameOf | null
  /** What it waits for is named by ids alone, as all of it stands in the same list. */
  withIds?: boolean
}

/** "wartet auf F-3 Entwurf (Projektleitung)", "gesperrt bis kooperation:K9"; "" when it can be done. */
export function waitWords(at: StepOfProcess, { profile, nameOf, withIds }: WaitContext): string {
  const { process, step } = at
  const before = step.waitsFor.flatMap(id => process.steps.find(each => each.id === id) ?? [])
  const words = before.map(each => {
    if (withIds) return each.id
    const role = before.length > 1 ? '' : roleWords(profile, each.role)
    const name = nameOf ? namedStep(nameOf({ process, step: each }), each) : each.title
    return `${name}${role ? ` (${role})` : ''}`
  })
  return [
    ...(words.length > 0 && !isSettled(step) ? [`wartet auf ${words.join(' und ')}`] : []),
    ...(isBlocked(step) ? ['gesperrt'] : []),
  ].join(' · ')
}

/** From here on nobody counts days. */
const farDays = 60

/** Sign and word of a step on a day. `byItself`: it takes place whatever anybody does, so that nobody is late with it. */
export function stateWords(
  step: PlannedStep,
  today: Temporal.PlainDate,
  byItself = false,
): { sign: Sign; state: string } {
  if (step.state === 'erledigt') return { sign: 'done', state: 'erledigt' }
  if (step.state === 'entfallen') return { sign: 'none', state: 'entfallen' }
  const { when } = step
  if (!when) {
    if (isBlocked(step)) return { sign: 'question', state: 'gesperrt' }
    if (step.state === 'laeuft') return { sign: 'planned', state: 'läuft' }
    return { sign: 'none', state: step.waitsFor.length > 0 ? 'wartet' : 'offen' }
  }
  if (Temporal.PlainDate.compare(when.last, today) < 0)
    return byItself ? { sign: 'question', state: 'vorbei' } : { sign: 'urgent', state: 'überfällig' }
  if (Temporal.PlainDate.compare(when.first, today) > 0) {
    const days = today.until(when.first, { largestUnit: 'days' }).days
    if (!isSharp(when) || days > farDays) return { sign: 'planned', state: 'geplant' }
    return { sign: 'planned', state: days === 1 ? 'morgen' : `in ${days} Tagen` }
  }
  return isSharp(when) ? { sign: 'urgent', state: 'heute' } : { sign: 'planned', state: 'jetzt' }
}
