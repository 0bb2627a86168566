import type { Temporal } from 'temporal-polyfill'
import { schoolChecklist } from '../../domain/process/kinds/schoolChecklist.ts'
import { planFor } from '../../domain/process/planFor.ts'
import type { PlannedProcess, Subject } from '../../domain/process/process.ts'
import { placeOf, subjectsOf, type Unit } from '../../domain/process/subjects.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { SchoolShown } from '../../texts/programmes/schools.ts'

/** Whether the programme keeps a checklist for every school. */
export function hasSchoolChecklist({ profile }: Programme): boolean {
  return schoolChecklist(profile) !== null
}

interface Known {
  all: readonly PlannedProcess[]
  units: readonly Unit[]
}

/** A school as it is shown; null: its checklist has not begun. */
export function schoolShown(
  { profile }: Programme,
  plans: Known,
  subject: Subject,
  today: Temporal.PlainDate,
): SchoolShown | null {
  const template = schoolChecklist(profile)
  const checklist = template && planFor(plans.all, template.id, subject, today)
  if (!checklist) return null
  return {
    name: subject.name,
    place: placeOf(profile, plans.units, subject),
    checklist,
    others: profile.ablaeufe.flatMap(each =>
      each.je === 'schule' && each.id !== checklist.template.id
        ? (planFor(plans.all, each.id, subject, today) ?? [])
        : [],
    ),
  }
}

/** All schools that the profile or people named. */
export function schoolsShown(programme: Programme, plans: Known, today: Temporal.PlainDate): SchoolShown[] {
  return subjectsOf(programme, plans.units, 'schule').flatMap(
    subject => schoolShown(programme, plans, subject, today) ?? [],
  )
}
