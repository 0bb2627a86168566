import { Temporal } from 'temporal-polyfill'
import type { FolderOnServer } from '../../adapters/types.ts'
import { lastComparisons } from '../../db/serverComparisons.ts'
import { claimTick } from '../../db/ticks.ts'
import { lastReached } from '../../domain/time/nightly.ts'
import { checkLedger } from './checkLedger.ts'
import { type CompareNeeds, compareWithServer } from './compareWithServer.ts'

export interface ProveNeeds extends CompareNeeds {
  /** The watched folders that lie on a mail server. */
  folders: readonly FolderOnServer[]
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
}

/** Local time; after the nightly work of most mail servers, before anybody reads the digest. */
const time = Temporal.PlainTime.from('02:40')

/**
 * Compares each folder that was not compared since 02:40, and looks once a night whether the ledger adds up. Called every
 * hour: a server that could not be asked is asked again, and one folder's failure keeps no other from its turn.
 */
export async function proveNightly(needs: ProveNeeds): Promise<void> {
  const due = lastReached(time, needs.now())
  const last = await lastComparisons(needs.db, needs.programmeId)
  for (const folder of needs.folders) {
    const { mailboxId, label } = folder
    const at = last.find(row => row.mailboxId === mailboxId)?.at ?? null
    if (at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), due) >= 0) continue
    try {
      const result = await compareWithServer(needs, folder)
      needs.log.info({ mailbox: label, ...result }, 'Postfach mit dem Nachweis verglichen')
    } catch (error) {
      needs.log.warn({ mailbox: label, err: error }, 'Vergleich nicht möglich, folgt in einer Stunde')
    }
  }
  if (await claimTick(needs.db, needs.programmeId, 'ledger', due.toString())) await checkLedger(needs)
}
