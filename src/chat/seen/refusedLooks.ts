import { auditLog } from '../../db/schema.ts'
import { type Ticket, ticketByNumber } from '../../db/tickets.ts'
import type { TicketValue } from '../arguments/args.ts'
import type { Needs } from '../command.ts'

/** Writes down that somebody asked for a Vorgang that must seem not to exist (D02: refused, and in the audit log). */
export async function noteRefused(
  needs: Needs<'db' | 'now'>,
  { id, programmeId }: Pick<Ticket, 'id' | 'programmeId'>,
  actor: string,
): Promise<void> {
  await needs.db.insert(auditLog).values({
    programmeId,
    at: needs.now().toString(),
    actor,
    action: 'verweigert',
    ticketId: id,
    detail: {},
  })
}

/** The same where the command itself was refused: whichever Vorgang its arguments name, if there is one. */
export async function noteRefusedLook(
  needs: Needs<'db' | 'programme' | 'now'>,
  args: Readonly<Record<string, unknown>>,
  actor: string,
): Promise<void> {
  for (const value of Object.values(args)) {
    if (typeof value !== 'object' || value === null || !('seq' in value)) continue
    const ticket = await ticketByNumber(needs.db, needs.programme.id, value as TicketValue)
    if (ticket) await noteRefused(needs, ticket, actor)
  }
}
