import type { World } from '../buildWorld.ts'
import type { EnqueueJobs, PostTargets } from '../flows/needs.ts'
import type { CompareNeeds } from '../flows/proof/compareWithServer.ts'
import { outgoingOf } from './buildHandling.ts'

/** What the proof needs of the world: the nightly comparison and `kla ledger --vergleich`. */
export function proofNeeds(
  world: World,
  jobs: { enqueue: EnqueueJobs; postTargets: PostTargets; onKept: CompareNeeds['onKept'] },
): CompareNeeds {
  return {
    ...jobs,
    db: world.db,
    now: world.now,
    programmeId: world.programme.id,
    secret: world.secret,
    // Without a mail server nothing is written that nobody would send.
    outgoing: world.settings.smtp || world.settings.operatorSmtp ? outgoingOf(world) : null,
    operators: world.settings.operatorRecipients,
  }
}
