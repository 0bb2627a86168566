import type { Temporal } from 'temporal-polyfill'
import { isBlocked } from '../../domain/process/gates.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { takesPlace } from '../../domain/process/takesPlace.ts'
import { isSharp } from '../../domain/process/when.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { germanDay, weekday } from '../../domain/time/day.ts'
import { type NameOf, roleWords, sinceWords, stateWords, whenWords } from './stepWords.ts'

interface Around {
  profile: Pick<Profile, 'beteiligte'>
  nameOf: NameOf
  today: Temporal.PlainDate
}

/** "F-7 Mi 24.04. Rechtsprüfung (Schulamt) · F-9 Fr 26.04. Vorlage"; more than `most` are counted. */
export function dueStepsLine(steps: readonly StepOfProcess[], around: Around, most = 3): string {
  return counted(steps, most, at => {
    const { when } = at.step
    const sharp = when && isSharp(when) && !when.tentative && when.first.year === around.today.year
    const day = sharp ? `${weekday(when.first)} ${germanDay(when.first).slice(0, 6)}` : whenWords(when)
    return `${around.nameOf(at)} ${day} ${withRole(at, around)}`
  })
}

/** "F-10 Rechtsprüfung (Rechtsabteilungen), seit 31 Tagen offen". */
export function stuckLine(steps: readonly StepOfProcess[], around: Around, most = 3): string {
  return counted(steps, most, at => {
    const since = sinceWords(at, around.today)
    const why = isBlocked(at.step)
      ? 'gesperrt'
      : since || stateWords(at.step, around.today, takesPlace(at)).state
    return `${around.nameOf(at)} ${withRole(at, around)}, ${why}`
  })
}

/** "3 von 10 Schritten erledigt, zuletzt Rechtsprüfung (19.04.2024); läuft: Abstimmung" of an agreement in which something was entered. */
export function agreementProgress(process: PlannedProcess, { nameOf }: Pick<Around, 'nameOf'>): string {
  const needed = process.steps.filter(step => !step.optional)
  const done = needed.filter(step => step.state === 'erledigt')
  const dated = done.flatMap(step => (step.doneOn ? [{ step, on: step.doneOn }] : []))
  const last = dated.sort((a, b) => a.on.toString().localeCompare(b.on.toString())).at(-1)
  const running = needed.filter(step => step.state === 'laeuft' && step.waitsFor.length === 0)
  return [
    `${process.title}: ${done.length} von ${needed.length} Schritten erledigt`,
    ...(last ? [`, zuletzt ${last.step.title} (${germanDay(last.on)})`] : []),
    ...(running.length > 0
      ? [`; läuft: ${running.map(step => `${nameOf({ process, step })} ${step.title}`).join(', ')}`]
      : []),
  ].join('')
}

function withRole(at: StepOfProcess, { profile }: Around): string {
  const role = roleWords(profile, at.step.role)
  return role === '' ? withSubject(at) : `${withSubject(at)} (${role})`
}

/** "Auswertungsgespräch führen · Mitte": a step that every Bezirk or school has says whose it is. */
function withSubject({ process, step }: StepOfProcess): string {
  const { kind } = process.instance.subject
  if (kind === 'programm' || kind === 'gremium' || kind === 'verfahren') return step.title
  return step.title + process.title.slice(process.template.name.length)
}

function counted(
  steps: readonly StepOfProcess[],
  most: number,
  words: (at: StepOfProcess) => string,
): string {
  const more =
    steps.length > most
      ? ` · und ${steps.length - most === 1 ? 'eine weitere Sache' : `${steps.length - most} weitere`}`
      : ''
  return steps.slice(0, most).map(words).join(' · ') + more
}
