import { allBlocked } from '../../src/db/blockedAddresses.ts'
import { type Handling, mail } from './handling.ts'
import type { SendingProcess } from './sending.ts'

/** Who writes when `mail()` is asked for a letter. */
export const citizen = 'ute.harms@post.example'
export const danger = 'Bitte helfen Sie, der Vater schlägt das Kind jeden Tag mit dem Gürtel.'

export type Told = ReturnType<typeof toldOf>

/** What the database and the channel say of letters and their reports. */
export function toldOf(world: Handling, sending: SendingProcess) {
  const sql = world.database.connection.client
  async function letterOut(kind = 'acknowledgement') {
    const [row] = await sql`select * from outgoing_mails where kind = ${kind} order by id desc limit 1`
    return row as unknown as {
      message_id: string
      body: string
      undelivered: string | null
      undelivered_at: Date | null
    }
  }
  return {
    sql,
    letterOut,
    blocked: async () =>
      (await allBlocked(world.database.connection.db, 'pinneberg')).map(row => row.address),
    outcomes: async () => (await sql`select outcome from raw_mails order by id`).map(row => row.outcome),
    bouncePosts: async () =>
      (await sql`select reply, ticket_id from posts where key like 'bounce:%'`) as unknown as {
        reply: { summary: string }
        ticket_id: string | null
      }[],
    async ticket() {
      const [row] = await sql`select * from tickets order by id desc limit 1`
      return row as unknown as { id: string; number: string; state: string }
    },
    /** A citizen wrote, got a Vorgang and its acknowledgement, which left the house. Returns its Message-ID. */
    async acknowledged(): Promise<string> {
      await world.arrive([mail()])
      await sending.sendAll()
      return (await letterOut()).message_id
    },
  }
}

/** A delivery report of RFC 3464 to our mailbox about the letter `id` to `to`, as a mail server writes it. */
export function bounce(about: {
  id: string
  to: string
  action?: 'failed' | 'delayed'
  status?: string
  diagnostic?: string
  /** Message-ID of the report itself. */
  reportId?: string
  /** Text of the letter that came back. */
  body?: string
}): string {
  const { id, to, action = 'failed', status = '5.1.1' } = about
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'To: klassenassistenz@kreis-pinneberg.de',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Mon, 22 Apr 2024 08:45:00 +0200',
    `Message-ID: ${about.reportId ?? `<report-${status}-${action}@mx.example>`}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="grenze"',
    '',
    '--grenze',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.example.',
    '',
    `<${to}>: ${status}`,
    '',
    '--grenze',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(about.diagnostic ? [`Diagnostic-Code: ${about.diagnostic}`] : []),
    '',
    '--grenze',
    'Content-Type: message/rfc822',
    '',
    'From: klassenassistenz@kreis-pinneberg.de',
    `To: ${to}`,
    'Subject: Ihre Nachricht',
    `Message-ID: ${id}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    about.body ?? 'Guten Tag, Ihre Nachricht ist eingegangen.',
    '--grenze--',
    '',
  ].join('\r\n')
}
