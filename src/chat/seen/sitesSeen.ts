import { notesOf } from '../../domain/process/kinds/notes.ts'
import type { ProcessHistory } from '../../domain/process/plansOf.ts'
import type { PlannedProcess, Subject } from '../../domain/process/process.ts'
import { placeOf, type Unit } from '../../domain/process/subjects.ts'
import { sameSubject } from '../../domain/process/wantedInstances.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { SiteShown } from '../../texts/programmes/modelSites.ts'
import type { Context } from '../command.ts'
import { mayReadWords } from './sight.ts'

/** Whether the programme has model sites. */
export function hasModelSites({ profile }: Programme): boolean {
  return profile.modellstandorte !== null
}

/** A model site as it may be shown here. */
export function siteShown(
  known: { all: readonly PlannedProcess[]; histories: readonly ProcessHistory[]; units: readonly Unit[] },
  subject: Subject,
  context: Pick<Context, 'viewer' | 'place' | 'person'>,
): SiteShown {
  const plans = known.all.filter(each => sameSubject(each.instance.subject, subject))
  return {
    name: subject.name,
    place: placeOf({ schulen: [] }, known.units, subject),
    plans,
    experiences: plans.flatMap(plan => notesOf(known.histories, plan.instance.id)),
    words: mayReadWords(context),
  }
}
