import type { ImapFlowError } from 'imapflow'
import type { ListedMail } from './batches.ts'
import { passingRefusals } from './problems.ts'

/** What is remembered about mails that break the connection. Lives as long as the folder is watched. */
export interface Suspects {
  /** By UID: one point for a line that broke, three for a server that said it cannot. */
  points: Map<number, number>
  /** Even the list could not be had as a whole: it is asked for piece by piece. */
  listPiecewise: boolean
}

export const noSuspects = (): Suspects => ({ points: new Map(), listPiecewise: false })

/**
 * From so many points on a mail is not asked for any more: three refusals, or nine broken lines within about four
 * minutes. Otherwise one bad mail would hide all that come after it for ever: Dovecot ends the whole session with
 * BYE when it cannot read one file, already when asked for its size.
 */
const enough = 9

export const isHopeless = ({ points }: Suspects, uid: number): boolean => (points.get(uid) ?? 0) >= enough

/** Notes that asking for these mails failed. Only one that was asked for alone gets points; others become suspects. */
export function suspect({ points }: Suspects, mails: ListedMail[], thrown: unknown): void {
  const { responseStatus, serverResponseCode, reason } = thrown as ImapFlowError
  if (passingRefusals.has(serverResponseCode ?? '')) return
  const added = mails.length > 1 ? 0 : responseStatus || reason ? 3 : 1
  for (const { uid } of mails) points.set(uid, (points.get(uid) ?? 0) + added)
}
