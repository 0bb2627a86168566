import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertLetters } from '../../db/outgoingMails.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { DataClass } from '../../domain/ticket/visibility.ts'
import { silentNotice } from '../../texts/letters/silentNotice.ts'
import { machineLetter } from '../letters/machineLetter.ts'
import type { OpenNeeds } from './mailInHand.ts'

/** What an alarm needs. */
export type AlarmNeeds = Pick<OpenNeeds, 'outgoing' | 'secret'>

/** Classes that no channel may hear of, and whom a letter inside the house tells instead. */
function recipientsFor(needs: AlarmNeeds, dataClass: DataClass): readonly string[] {
  if (!needs.outgoing) return []
  if (dataClass === 'kindeswohl') return needs.outgoing.alarmTo
  if (dataClass === 'vergabe' || dataClass === 'angebot_anlage') return needs.outgoing.procurementTo
  return []
}

/** Tells those who alone may open such a Vorgang: its number, nothing else. Once for each letter and recipient. */
export function alarmFor(
  needs: AlarmNeeds,
  tx: Queries,
  arrived: { ticket: Ticket; rawMailId: number }[],
  now: Temporal.Instant,
): Promise<number[]> {
  const about = arrived.map(({ ticket, rawMailId }) => ({ ticket, cause: String(rawMailId) }))
  return alarmAbout(needs, tx, about, now.toString())
}

/** The same for another cause than a letter, e.g. "change-17"; each is told once to each recipient. Returns the ids of the letters. */
export async function alarmAbout(
  needs: AlarmNeeds,
  tx: Queries,
  about: { ticket: Ticket; cause: string }[],
  at: string,
): Promise<number[]> {
  const rows = about.flatMap(({ ticket, cause }) =>
    recipientsFor(needs, ticket.dataClass).map((to, i) => {
      const { programmeId, id: ticketId } = ticket
      const key = `alarm:${cause}:${ticket.dataClass}:${i}`
      const headers = { 'Auto-Submitted': 'auto-generated', Importance: 'high' }
      return machineLetter(
        { secret: needs.secret, domain: needs.outgoing!.domain },
        { programmeId, ticketId, kind: 'alarm', key, to, text: silentNotice(ticket), headers },
        at,
      )
    }),
  )
  if (rows.length === 0) return []
  await tx.insert(auditLog).values(
    rows.map(row => ({
      programmeId: row.programmeId,
      at,
      actor: 'kla',
      action: 'alarm_geschrieben',
      ticketId: row.ticketId,
      detail: { key: row.key },
    })),
  )
  return insertLetters(tx, rows)
}
