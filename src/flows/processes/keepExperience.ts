import { storable } from '../../db/insertRows.ts'
import { notesOf } from '../../domain/process/kinds/notes.ts'
import type { Subject } from '../../domain/process/process.ts'
import { sameSubject } from '../../domain/process/wantedInstances.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'

/** Keeps what was learned at a model site, with its first Ablauf. */
export async function keepExperience(
  needs: ChangeNeeds,
  actor: Actor,
  site: Subject,
  text: string,
): Promise<Plans> {
  const { after } = await changeProcesses(needs, actor, plans => {
    const own = plans.all.find(each => sameSubject(each.instance.subject, site))
    const change = { kind: 'noted' as const, step: null, text: storable(text) }
    // Who heard no answer says it again.
    const known = own && notesOf(plans.histories, own.instance.id).some(each => each.text === change.text)
    return { changes: own && !known ? [{ processId: own.instance.id, change }] : [], result: null }
  })
  return after
}
