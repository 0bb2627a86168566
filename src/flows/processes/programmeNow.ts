import type { Queries } from '../../db/connect.ts'
import { latestFact } from '../../db/latestFact.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { asPhase, phaseFact, programmeInPhase } from '../../domain/tender/phaseOf.ts'

/**
 * The programme in the phase in which its procedure is now; as its profile says while none was begun here. What companies
 * are answered hangs on it, so it is read anew for every batch of letters.
 */
export async function programmeNow(db: Queries, programme: Programme): Promise<Programme> {
  if (programme.profile.vergabe.gebraucht !== 'ja') return programme
  return programmeInPhase(programme, asPhase(await latestFact(db, programme.id, phaseFact)))
}
