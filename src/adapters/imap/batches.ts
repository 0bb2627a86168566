/** What a first look at a folder tells about one mail. */
export interface ListedMail {
  uid: number
  /** Bytes; some servers are a few off. */
  size: number
  /** ISO instant, null if unknown. */
  arrivedAt: string | null
}

/** Mails fetched and stored together: a transaction is worth it for many, memory is bounded by bytes. */
const maxMails = 100
const maxBatchBytes = 4 * 1024 * 1024

/**
 * Cuts a list in order of UID into batches. A mail above the limit counts as small: only its headers come. A suspect
 * travels alone, so that what it breaks is only its own fetch.
 */
export function batchesOf(
  listed: ListedMail[],
  { maxBytes, suspects }: { maxBytes: number; suspects: { has(uid: number): boolean } },
): ListedMail[][] {
  const batches: ListedMail[][] = []
  let batch: ListedMail[] = []
  let bytes = 0
  let alone = false
  for (const mail of listed) {
    const size = mail.size > maxBytes ? 0 : mail.size
    const before = alone
    alone = suspects.has(mail.uid)
    const full = batch.length >= maxMails || bytes + size > maxBatchBytes
    if (batch.length > 0 && (full || alone || before)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(mail)
    bytes += size
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

/** "3,5:8,12" for the given UIDs in rising order: short enough for every server's longest line. */
export function uidSet(uids: number[]): string {
  const ranges: string[] = []
  let start = uids[0]
  for (const [index, uid] of uids.entries()) {
    if (uids[index + 1] === uid + 1) continue
    ranges.push(start === uid ? `${uid}` : `${start}:${uid}`)
    start = uids[index + 1]
  }
  return ranges.join(',')
}
