import type { FetchedMail, FolderOnServer } from '../../adapters/types.ts'
import type { Database } from '../../db/connect.ts'
import { completeMail, lockQuarantined, type Place, placesOf } from '../../db/quarantine.ts'
import { contentHash, letterFingerprint } from '../../domain/mail/fingerprint.ts'

/** too-large: the limit is still too low. gone: the server has it no more, under no number that we know. */
export type FetchedAgain = 'whole' | 'duplicate' | 'too-large' | 'gone' | 'unreachable'

/**
 * Fetches a mail of which only the headers are here once more, for instance after the limit was raised. It stays in quarantine;
 * replayQuarantine has it handled.
 */
export async function fetchAgain(
  needs: { db: Database; programmeId: string; folders: readonly FolderOnServer[] },
  rawMailId: number,
): Promise<FetchedAgain> {
  let worst: FetchedAgain = 'gone'
  for (const place of await placesOf(needs.db, [rawMailId])) {
    const folder = needs.folders.find(each => each.mailboxId === place.mailboxId)
    if (!folder) continue
    const mail = await fetchOne(folder, place).catch(() => 'unreachable' as const)
    if (mail === 'unreachable') worst = 'unreachable'
    else if (mail?.tooLarge) return 'too-large'
    else if (mail && !mail.unreadable) return keepWhole(needs, rawMailId, mail.raw)
  }
  return worst
}

async function fetchOne(folder: FolderOnServer, { uidValidity, uid }: Place): Promise<FetchedMail | null> {
  // Asked for first: a number under another UIDVALIDITY is that of another mail, and that is no fault of the server.
  if ((await folder.list()).uidValidity !== uidValidity) return null
  for await (const [mail] of folder.fetch(uidValidity, [uid])) if (mail) return mail
  return null
}

async function keepWhole(
  needs: { db: Database; programmeId: string },
  rawMailId: number,
  raw: Buffer,
): Promise<FetchedAgain> {
  return needs.db.transaction(async tx => {
    const [lying] = await lockQuarantined(tx, needs.programmeId, [rawMailId])
    // Somebody else was faster.
    if (!lying || lying.whole) return 'whole'
    const whole = { raw, contentHash: contentHash(raw), fingerprint: letterFingerprint(raw) }
    return (await completeMail(tx, needs.programmeId, rawMailId, whole)) ? 'whole' : 'duplicate'
  })
}
