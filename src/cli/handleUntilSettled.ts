import { handlingNeeds, type OpenHandling } from '../build/buildHandling.ts'
import type { World } from '../buildWorld.ts'
import { isConnectionFault } from '../db/connectionFault.ts'
import { handleMails } from '../flows/intake/handleMails.ts'

/** No worker repeats what a command does, so it is repeated here until each mail has its outcome (quarantine at the latest). */
export async function handleUntilSettled(world: World, handling: OpenHandling, ids: number[]): Promise<void> {
  for (let round = 1; ; round++) {
    try {
      return await handleMails(handlingNeeds(world, handling), ids)
    } catch (error) {
      if (round === 8 || isConnectionFault(error)) throw error
    }
  }
}
