import type { Temporal } from 'temporal-polyfill'
import type { VirusScanner } from '../../adapters/types.ts'
import type { Database, Queries } from '../../db/connect.ts'
import { rawOf } from '../../db/rawMails.ts'
import { type MailToScan, mailToScan, settleScan } from '../../db/scans.ts'
import { auditLog } from '../../db/schema.ts'
import { sightOf } from '../../domain/ticket/visibility.ts'
import { infectedNews, tooLargeForScanner } from '../../texts/letters/attachmentTexts.ts'
import { type EnqueueJobs, type PostTargets, TryLater } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'

export interface ScanNeeds {
  db: Database
  scanner: VirusScanner
  enqueue: EnqueueJobs
  postTargets: PostTargets
  now(): Temporal.Instant
}

/**
 * Shows a mail to the virus scanner and writes down what it says. As long as it is away, the attachments stay closed and the job
 * is repeated. Nothing is called clean that the scanner did not call clean.
 */
export async function scanMail(needs: ScanNeeds, rawMailId: number): Promise<void> {
  const mail = await mailToScan(needs.db, rawMailId)
  if (!mail) return
  const result = await needs.scanner.scan(await rawOf(needs.db, mail.id))
  if (result.kind === 'away') throw new TryLater(result.reason)
  await needs.db.transaction(async tx => {
    if (result.kind === 'too-large')
      await settleScan(tx, mail.id, { scan: 'waiting', finding: tooLargeForScanner })
    else if (result.kind === 'clean') await settleScan(tx, mail.id, { scan: 'clean', finding: null })
    else if (await settleScan(tx, mail.id, { scan: 'infected', finding: result.finding }))
      await tellInfected(needs, tx, mail, result.finding)
  })
}

async function tellInfected(needs: ScanNeeds, tx: Queries, mail: MailToScan, finding: string): Promise<void> {
  const at = needs.now().toString()
  await tx.insert(auditLog).values({
    programmeId: mail.programmeId,
    at,
    actor: 'kla',
    action: 'schadsoftware_gefunden',
    ticketId: mail.ticketId,
    detail: { rawMailId: mail.id, finding },
  })
  if (!mail.live) return
  const shown = mail.ticket && sightOf('kanal', mail.ticket.dataClass) !== 'nothing'
  const reply = infectedNews(shown ? mail.ticket!.number : null, mail.id)
  const news = { programmeId: mail.programmeId, key: `infected:${mail.id}`, reply }
  await postNews(needs, tx, needs.postTargets('sonst'), news, at)
}
