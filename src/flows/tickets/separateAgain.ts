import { anyOf } from '../../db/anyOf.ts'
import type { Queries } from '../../db/connect.ts'
import { and, eq } from '../../db/drizzle.ts'
import { restoreMatches } from '../../db/possibleMatches.ts'
import { participants } from '../../db/schema.ts'
import { removeSuccessor } from '../../db/successors.ts'
import type { JoinedContents } from '../../db/tables/ticketWork.ts'
import { moveContentsBack } from '../../db/ticketContents.ts'

/** Gives back to a Vorgang what was moved into another one, under the locks of both; their rows are put back by who calls. */
export async function separateAgain(
  tx: Queries,
  intoId: number,
  { fromId, moved, participants: added, matches }: JoinedContents,
): Promise<void> {
  await moveContentsBack(tx, moved, fromId, intoId)
  await tx
    .delete(participants)
    .where(and(eq(participants.ticketId, intoId), anyOf(participants.address, added)))
  await removeSuccessor(tx, fromId, intoId)
  await restoreMatches(tx, fromId, intoId, matches)
}
