/** Bytes of mails that this process kept and has not handled yet. */
export interface KeptBytes {
  /**
   * Remembers them. Resolves when there is room for the next ones, or after a second: whoever takes mails in goes no faster than
   * they are handled, unless another process handles them.
   */
  remember(mails: readonly { id: number; raw: Buffer }[]): Promise<void>
  /** Gives them once and forgets them; null when they must come from the database. */
  take(rawMailId: number): Buffer | null
}

const longestWait = 1000

/**
 * Reading bytes back costs more than anything else with large mails (PostgreSQL sends them as hex text), and the process that
 * kept a mail usually handles it. At most `limit` bytes are remembered for a moment and half of them for longer, or the newest
 * mail alone if it is larger; what is older comes from the database.
 */
export function keptBytes(limit = 16 * 1_048_576): KeptBytes {
  const kept = new Map<number, Buffer>()
  const waiting = new Set<() => void>()
  let total = 0

  function forget(id: number): Buffer | null {
    const raw = kept.get(id)
    if (!raw) return null
    kept.delete(id)
    total -= raw.length
    if (total <= limit / 2) for (const goOn of waiting) goOn()
    return raw
  }

  function room(): Promise<void> {
    return new Promise(resolve => {
      const goOn = () => {
        clearTimeout(timer)
        waiting.delete(goOn)
        resolve()
      }
      const timer = setTimeout(goOn, longestWait)
      waiting.add(goOn)
    })
  }

  return {
    async remember(mails) {
      for (const { id, raw } of mails) {
        if (kept.has(id)) continue
        kept.set(id, raw)
        total += raw.length
      }
      if (total > limit / 2) await room()
      // Nobody here took them in time: another process handles them, and they must not hold up the next ones again.
      for (const id of kept.keys()) {
        if (total <= limit / 2 || kept.size === 1) break
        forget(id)
      }
    },
    take: forget,
  }
}
