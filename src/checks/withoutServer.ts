import type { Database } from '../db/connect.ts'
import { sql } from '../db/drizzle.ts'
import { lettersInWords } from '../texts/letters/outgoingNames.ts'
import type { Finding } from './finding.ts'

/** What waits because no mail server is set: letters that were written when there was one. */
export async function withoutServer(db: Database, programmeId: string): Promise<Finding[]> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from outgoing_mails where programme_id = ${programmeId} and state = 'ready'`,
  )
  const n = row?.n ?? 0
  const waiting = n === 0 ? '' : ` ${lettersInWords(n)} ${n === 1 ? 'wartet' : 'warten'} darauf.`
  return [
    {
      kind: 'open',
      what: 'Mailserver',
      sentence: `Kein Versand eingestellt (KLA_SMTP_HOST).${waiting}`,
    },
  ]
}
