import type { PlatformMemory } from '../chatTypes.ts'

type Remembered = { state: 'begun' } | { state: 'not-sent' } | { state: 'posted'; address: string }

/** What became of each post, by its key. */
export interface SentPosts {
  /** Written before the first byte leaves. Rejects when it cannot be: then nothing may leave. */
  begun(key: string): Promise<void>
  /** Certainly not in Teams. */
  notSent(key: string): Promise<void>
  posted(key: string, address: string): Promise<void>
  /** Address, null when it is certainly absent, 'unknown' when it left and no answer came. */
  find(key: string): Promise<string | null | 'unknown'>
}

/**
 * Teams shows a bot no history, so a post cannot be looked for there. We write down ourselves that one is about to leave, and its
 * address when Teams has named it; between the two lies one call. Who died in it leaves a post of which nobody knows.
 */
export function sentPosts(memory: PlatformMemory): SentPosts {
  const set = (key: string, value: Remembered) => memory.set(`post:${key}`, value)
  /** That it is certain comes second to telling it: the flow writes the same down itself. */
  const gladly = (write: Promise<void>) => write.catch(() => {})
  return {
    begun: key => set(key, { state: 'begun' }),
    notSent: key => gladly(set(key, { state: 'not-sent' })),
    posted: (key, address) => gladly(set(key, { state: 'posted', address })),
    async find(key) {
      const found = await memory.get<Remembered>(`post:${key}`)
      if (found?.state === 'posted') return found.address
      return found?.state === 'begun' ? 'unknown' : null
    },
  }
}
