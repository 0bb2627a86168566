/*
 * Slack takes about one message a second in a channel and answers 429 to more (docs.slack.dev, "Rate limits"). So whoever writes
 * into a channel takes its turn; what was begun first arrives first.
 */

export interface Pace {
  /** Does the work when it is its turn in this channel; rejects only as the work does. */
  inTurn<T>(channel: string, work: () => Promise<T>): Promise<T>
  /** Milliseconds until a turn that is taken now would come. */
  wait(channel: string): number
  /** Whole seconds after which a post that does not want to wait may come again; each one hears another, so that they do not return together. */
  comeBackIn(channel: string): number
  /** Slack wants quiet in this channel. */
  quiet(channel: string, seconds: number): void
}

interface Lane {
  last: Promise<void>
  waiting: number
  /** When the next turn may begin, and the last one that was promised, in milliseconds. */
  free: number
  promised: number
}

/** `gap`: milliseconds between two turns in a channel. */
export function channelPace(gap: number, clock: () => number = Date.now): Pace {
  const lanes = new Map<string, Lane>()

  function lane(channel: string): Lane {
    const known = lanes.get(channel)
    if (known) return known
    const made = { last: Promise.resolve(), waiting: 0, free: 0, promised: 0 }
    lanes.set(channel, made)
    return made
  }

  function wait(channel: string): number {
    const { free, waiting } = lane(channel)
    return Math.max(0, free - clock()) + waiting * gap
  }

  return {
    wait,
    async inTurn(channel, work) {
      const own = lane(channel)
      const before = own.last
      const done = Promise.withResolvers<void>()
      own.last = done.promise
      own.waiting += 1
      try {
        await before
        for (let left = own.free - clock(); left > 0; left = own.free - clock())
          await new Promise(resolve => setTimeout(resolve, left))
        own.free = clock() + gap
        own.waiting -= 1
        return await work()
      } finally {
        done.resolve()
      }
    },
    comeBackIn(channel) {
      const own = lane(channel)
      own.promised = Math.max(own.promised + gap, clock() + wait(channel))
      return Math.max(1, Math.ceil((own.promised - clock()) / 1000))
    },
    quiet(channel, seconds) {
      const own = lane(channel)
      own.free = Math.max(own.free, clock() + seconds * 1000)
    },
  }
}
