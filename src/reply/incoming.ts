import type { DisclosureLevel, Role } from '../domain/ticket/visibility.ts'

export type { DisclosureLevel } from '../domain/ticket/visibility.ts'

/** Who speaks. `id` is stable within a platform, e.g. "slack:U012AB", "terminal". */
export interface Person {
  id: string
  /** How the person is called in Vorgänge, e.g. "Koordination Jugendamt". A function, not a private name. */
  name: string
  roles: readonly Role[]
  /** Those of `roles` that belong to an absent function for which this person acts; they end with that and are not handed on. */
  lent?: readonly Role[]
}

/** Where it was said. In a shared place only what a channel may see is shown. */
export interface Place {
  /** "terminal", "web", "cli", or the name of a platform's folder, "slack". */
  platform: string
  shared: boolean
  /** The platform's own name of the channel or conversation. */
  channel: string
  /** The thread's address, null at top level. */
  thread: string | null
  /** What the platform may be shown of letters; absent: metadaten. Means nothing in the house. */
  level?: DisclosureLevel
  /** The profile's name of a shared channel, to which `kanalregeln` may apply; absent: it has none. Filled in by the core. */
  channelName?: string
}

/** One thing a person said to the bot, whatever the platform. `text` has mention and platform markup removed. */
export interface Incoming {
  text: string
  person: Person
  place: Place
  /** What was filled into a form, by the keys of the command's arguments; it completes `text` and is never read as part of it. */
  filled?: Readonly<Record<string, string>>
}

/** A message that stands in a channel, whoever it is meant for. */
export interface Said {
  /** The platform's own address of the message; with the channel it is told apart from every other. */
  address: string
  channel: string
  /** Address of the message that it answers, null at top level. */
  thread: string | null
  author: Person
  /** Without markup of the platform. */
  text: string
  /** ISO instant. */
  at: string
  /** How many files hang on it; they stay where they are. */
  files: number
}
