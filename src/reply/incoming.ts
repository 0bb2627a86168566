import type { Role } from '../domain/ticket/visibility.ts'

/** Who speaks. `id` is stable within a platform, e.g. "slack:U012AB", "terminal". */
export interface Person {
  id: string
  /** How the person is called in Vorgänge, e.g. "Koordination Jugendamt". A function, not a private name. */
  name: string
  roles: readonly Role[]
}

/** Where it was said. In a shared place only what a channel may see is shown. */
export interface Place {
  platform: 'terminal' | 'web' | 'slack' | 'teams' | 'cli'
  shared: boolean
  /** The platform's own name of the channel or conversation. */
  channel: string
  /** The thread's address, null at top level. */
  thread: string | null
}

/** One thing a person said to the bot, whatever the platform. `text` has mention and platform markup removed. */
export interface Incoming {
  text: string
  person: Person
  place: Place
}
