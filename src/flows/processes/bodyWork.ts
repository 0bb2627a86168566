import { storable } from '../../db/insertRows.ts'
import { notesOf } from '../../domain/process/kinds/notes.ts'
import { comingSessions } from '../../domain/process/kinds/sessions.ts'
import { planFor } from '../../domain/process/planFor.ts'
import { bodyWorkId } from '../../domain/process/template/templatesOf.ts'
import type { Body } from '../../domain/programme/profile.ts'
import { dayOf } from '../../domain/time/day.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'
import { plansToday } from './plansToday.ts'

/** Characters of a decision or result. */
export const longestWords = 5000

/** Keeps what a body decided. */
export async function keepDecision(
  needs: ChangeNeeds,
  actor: Actor,
  body: Body,
  text: string,
): Promise<Plans> {
  await plansToday(needs) // the Ablauf that keeps it begins with the first look
  const { after } = await changeProcesses(needs, actor, plans => {
    const work = planFor(plans.all, bodyWorkId, { kind: 'gremium', name: body.id }, dayOf(needs.now()))
    const note = { kind: 'noted' as const, step: null, text: storable(text) }
    // Who heard no answer says it again.
    const known = work && notesOf(plans.histories, work.instance.id).some(each => each.text === note.text)
    return {
      changes: work && !known ? [{ processId: work.instance.id, change: note, decidedBy: body.name }] : [],
      result: null,
    }
  })
  return after
}

/**
 * Hands a result of one body to another: it waits there as a step with the day of that body's next meeting. The step names the
 * bodies only; the words are a note, because titles of steps are shown in channels.
 */
export async function handOver(
  needs: ChangeNeeds,
  actor: Actor,
  from: Body,
  to: Body,
  text: string,
): Promise<Plans> {
  await plansToday(needs)
  const today = dayOf(needs.now())
  const roles = needs.programme.profile.beteiligte.map(each => each.id)
  const { after } = await changeProcesses(needs, actor, plans => {
    const work = planFor(plans.all, bodyWorkId, { kind: 'gremium', name: to.id }, today)
    if (!work) return { result: null }
    const processId = work.instance.id
    const words = storable(text)
    const handed = notesOf(plans.histories, processId).filter(each => each.text === words)
    const giver = (id: string | null) => work.steps.find(each => each.id === id)?.fields.von
    if (handed.some(each => giver(each.step) === from.id)) return { result: null }
    const step = `E${work.steps.length + 1}`
    const next = comingSessions(plans.all, to.id, today)[0]
    return {
      changes: [
        {
          processId,
          change: {
            kind: 'added',
            step,
            title: `Ergebnis aus ${from.name} beraten`,
            when: next?.step.when?.wann ?? null,
            tentative: next?.step.when?.tentative ?? false,
            role: roles.includes(to.id) ? to.id : null,
            soft: true,
            fields: { von: from.id },
          },
        },
        { processId, change: { kind: 'noted', step, text: words } },
      ],
      result: null,
    }
  })
  return after
}
