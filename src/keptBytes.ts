/** Bytes of mails that this process kept and has not handled yet. */
export interface KeptBytes {
  remember(mails: readonly { id: number; raw: Buffer }[]): void
  /** Gives them once and forgets them; null when they must come from the database. */
  take(rawMailId: number): Buffer | null
}

/**
 * Reading bytes back costs more than anything else with large mails (PostgreSQL sends them as hex text), and the process that
 * kept a mail usually handles it. At most `limit` bytes are remembered, or the newest mail alone if it is larger; what is
 * older comes from the database.
 */
export function keptBytes(limit = 8 * 1_048_576): KeptBytes {
  const kept = new Map<number, Buffer>()
  let total = 0
  function forget(id: number): Buffer | null {
    const raw = kept.get(id)
    if (!raw) return null
    kept.delete(id)
    total -= raw.length
    return raw
  }
  return {
    remember(mails) {
      for (const { id, raw } of mails) {
        kept.set(id, raw)
        total += raw.length
      }
      for (const id of kept.keys()) {
        if (total <= limit || kept.size === 1) break
        forget(id)
      }
    },
    take: forget,
  }
}
