import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { ledgerFaults } from '../../db/ledgerFaults.ts'
import type { LedgerFaults } from '../../domain/mail/ledgerFaults.ts'
import { dayOf } from '../../domain/time/day.ts'
import { faultLines, ledgerFaultNews } from '../../texts/proofNews.ts'
import { type OperatorNeeds, tellOperators } from '../upkeep/tellOperators.ts'

/** What was stored before is not looked at again each night. */
const lookBackDays = 60
/** A letter that has no outcome after this is stuck, whatever the machine is busy with. */
const patienceHours = 2

/**
 * Checks that arrived = ticket + followup + automatic + duplicate + quarantined holds row by row and not only as a sum, and
 * tells the operators of a difference, once a day for the same one.
 */
export async function checkLedger(
  needs: OperatorNeeds & { db: Database; now(): Temporal.Instant },
): Promise<LedgerFaults> {
  const now = needs.now()
  const faults = await ledgerFaults(needs.db, needs.programmeId, {
    since: now.subtract({ hours: 24 * lookBackDays }).toString(),
    before: now.subtract({ hours: patienceHours }).toString(),
  })
  if (faultLines(faults).length > 0) {
    const key = `ledger:${dayOf(now)}:${Object.values(faults).join('-')}`
    await needs.db.transaction(tx => tellOperators(needs, tx, key, ledgerFaultNews(faults), now))
  }
  return faults
}
