import type { Temporal } from 'temporal-polyfill'
import { notesOf } from '../../domain/process/kinds/notes.ts'
import { comingSessions } from '../../domain/process/kinds/sessions.ts'
import { planFor } from '../../domain/process/planFor.ts'
import type { ProcessHistory } from '../../domain/process/plansOf.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import { bodyWorkId } from '../../domain/process/template/templatesOf.ts'
import type { Body } from '../../domain/programme/profile.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { BodyShown } from '../../texts/programmes/bodies.ts'
import type { Context } from '../command.ts'
import { mayReadWords } from './sight.ts'

/** Whether the programme has bodies that meet. */
export function hasBodies({ profile }: Programme): boolean {
  return profile.gremien.length > 0
}

/** What is known of a body and may be shown here. */
export function bodyShown(
  { profile }: Programme,
  plans: { all: readonly PlannedProcess[]; histories: readonly ProcessHistory[] },
  body: Body,
  today: Temporal.PlainDate,
  context: Pick<Context, 'viewer' | 'place' | 'person'>,
): BodyShown {
  const nameOf = (id: string) => profile.gremien.find(each => each.id === id)?.name ?? id
  const work = planFor(plans.all, bodyWorkId, { kind: 'gremium', name: body.id }, today)
  const notes = work ? notesOf(plans.histories, work.instance.id) : []
  return {
    body,
    givesTo: body.gibt_weiter_an.map(nameOf),
    coming: comingSessions(plans.all, body.id, today),
    received: (work?.steps ?? [])
      .filter(step => !isSettled(step))
      .map(step => ({
        process: work!, // has the step
        step,
        from: nameOf(step.fields.von ?? ''),
        text: notes.find(note => note.step === step.id)?.text ?? null,
      })),
    decisions: notes.filter(note => note.step === null),
    words: mayReadWords(context),
  }
}
