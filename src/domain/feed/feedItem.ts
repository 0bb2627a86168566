import { createHash } from 'node:crypto'
import { cycleWords } from '../process/cycleWords.ts'
import type { PlannedProcess, PlannedStep, Subject } from '../process/process.ts'
import { subjectName, type Unit } from '../process/subjects.ts'
import { untoldTitle } from '../process/untold.ts'
import { instanceKey } from '../process/wantedInstances.ts'
import { type Programme, regionOfPlace } from '../programme/programme.ts'
import { unnamedOutside, unnamedStep } from '../tender/stepsOfCompanies.ts'
import { germanPointInTime } from '../time/pointInTime.ts'

/** A date of the plan, as calendars show it and as it is kept to see what changed. */
export interface FeedItem {
  uid: string
  title: string
  /** ISO day, or an instant with zone: "2024-07-01T12:00:00+02:00[Europe/Berlin]". */
  start: string
  /** ISO, the last day of several; null: one day. */
  end: string | null
  tentative: boolean
  description: string
  /** Ids; empty: the whole programme. */
  regions: string[]
  /** Id of one of the `beteiligte`. */
  role: string | null
}

/** All dated steps of the Abläufe. What fell away is not among them. */
export function feedItems(
  programme: Programme,
  plans: { all: readonly PlannedProcess[]; units: readonly Unit[] },
): FeedItem[] {
  return plans.all.flatMap(process =>
    process.steps.flatMap(step => {
      const days = daysShown(step)
      if (!days) return []
      const { first, last, tentative, inWords } = days
      return {
        uid: uidOf(programme, process, step),
        title: titleOf(programme, process, step) + (tentative ? ` (${inWords})` : ''),
        start: first.toString(),
        end: first.equals(last) ? null : last.toString(),
        tentative,
        description: descriptionOf(process, step),
        regions: regionsOf(programme, plans.units, process.instance.subject, step),
        role: step.role,
      }
    }),
  )
}

/** A month or quarter is a span of days that may still become one of them: never a sharp date, always said with „voraussichtlich“. */
function daysShown({ state, when, doneOn }: PlannedStep) {
  if (state === 'entfallen') return null
  if (doneOn) return { first: doneOn, last: doneOn, tentative: false, inWords: '' }
  if (!when) return null
  const sharp = when.first.equals(when.last)
  const tentative = state !== 'erledigt' && (when.tentative || !sharp)
  const inWords = sharp ? 'voraussichtlich' : germanPointInTime({ wann: when.wann, voraussichtlich: true })
  return { first: when.first, last: when.last, tentative, inWords }
}

/** The same over restarts and restored databases: made of what the step is, not of its row. */
function uidOf({ id, profile }: Programme, process: PlannedProcess, step: PlannedStep): string {
  const name = JSON.stringify([id, instanceKey(process.instance), step.id])
  const domain = profile.postfach?.split('@')[1] ?? 'klassenassistenz'
  return `${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${domain}`
}

function titleOf(programme: Programme, process: PlannedProcess, step: PlannedStep): string {
  const { template, instance } = process
  // What people typed may name somebody, and a calendar leaves the house on telephones: it says only that there is something.
  const known = template.schritte.some(each => each.id === step.id)
  const title = unnamedOutside({ process, step })
    ? unnamedStep
    : known
      ? step.title
      : template.art === 'sitzung'
        ? 'Sitzung'
        : untoldTitle
  if (template.art === 'meilensteine') return title
  // The subject of a procurement is typed freely, those of all others are known names.
  const subject = instance.subject.kind === 'verfahren' ? '' : subjectName(programme, instance.subject)
  return `${[template.name, subject, cycleWords(instance)].filter(Boolean).join(' · ')}: ${title}`
}

/** Only what the profile or the law says. Reasons and notes of people stay in the house. */
function descriptionOf(process: PlannedProcess, step: PlannedStep): string {
  const { template } = process
  if (unnamedOutside({ process, step })) return step.state === 'erledigt' ? 'Erledigt.' : ''
  const known = template.schritte.some(each => each.id === step.id)
  return [
    step.state === 'erledigt' ? 'Erledigt.' : '',
    step.norm ?? '',
    known ? `Quelle: ${step.source || template.quelle}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function regionsOf(
  programme: Programme,
  units: readonly Unit[],
  subject: Subject,
  step: PlannedStep,
): string[] {
  if (step.regions.length > 0) return [...step.regions]
  if (subject.kind === 'region') return [subject.name]
  if (subject.kind !== 'schule' && subject.kind !== 'modellstandort') return []
  const place =
    programme.profile.schulen.find(each => each.name === subject.name)?.ort ??
    units.find(each => each.kind === subject.kind && each.name === subject.name)?.place
  const region = place ? regionOfPlace(programme, place) : null
  return region ? [region.id] : []
}
