import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { Form } from '../reply/form.ts'
import type { DisclosureLevel, Incoming, Person, Place, Said } from '../reply/incoming.ts'
import type { Reply } from '../reply/reply.ts'
import type { DrawTimeline } from './types.ts'

/*
 * The seam between what we say and where it is said. A platform is one folder in adapters/ with a file chatPlatform.ts whose
 * default export is a `PlatformModule`; nothing else in the program names it.
 */

/** Answers one thing that a person said; never throws, errors come back as a Reply. */
export type Answer = (incoming: Incoming) => Promise<Reply>

/** All that a platform may ask of us. No method rejects unless it says so. */
export interface ChatCore {
  answer: Answer
  /**
   * What a button with `asks` wants to know; a Reply where it cannot be asked (refused, not there any more). A platform that does not keep
   * `asks` leaves it out: then all is asked that was not said.
   */
  form(incoming: Incoming, asks?: readonly string[]): Promise<Form | Reply>
  /**
   * A message in a channel that was not addressed to us. Told twice it is kept once, so a platform may tell all it finds. When it
   * resolves, what concerns us is committed; it rejects when the database cannot be reached, and then it has to be told again.
   * The answer is for its writer alone (a quiet hint); null: nothing to say.
   */
  hear(said: Said): Promise<Reply | null>
  /** Somebody asks that a message becomes a Vorgang: shortcut, emoji, mention. */
  takeIn(said: Said, by: Person): Promise<Reply>
  /** What a person sees on opening our own page of the platform: own Vorgänge and Fristen. */
  home(person: Person, place: Place): Promise<Reply>
  /** What a link to a Vorgang may show in this place; null: nothing. */
  unfurl(link: string, place: Place): Promise<Reply | null>
  /** Who speaks; an account that nobody linked is a guest. `accountId` is the platform's own id. */
  personOf(accountId: string): Promise<Person>
  /** False when an event with this id was answered before. */
  firstTime(eventId: string): Promise<boolean>
  /** Channels (the platform's own names) in which every new question becomes a Vorgang. */
  watched: readonly string[]
  /** What is shown of a letter on this platform. */
  level: DisclosureLevel
  memory: PlatformMemory
}

/** What a platform keeps over restarts and shares with its replicas: small JSON values by key. */
export interface PlatformMemory {
  get<T>(key: string): Promise<T | null>
  set(key: string, value: unknown): Promise<void>
}

/** Why a post failed, so that the flow can decide without knowing the platform. */
export type PostFailure =
  /** Try again, not before `retryAfterSeconds`. */
  | { kind: 'later'; retryAfterSeconds: number; reason: string }
  /** The channel is gone or closed to us: mark it, never retry for ever. */
  | { kind: 'channel-closed'; reason: string }
  /** Of an update alone: the post is not there any more, or may not be changed any more; the channel is as it was. */
  | { kind: 'post-gone'; reason: string }
  /** Nobody knows whether it arrived. */
  | { kind: 'uncertain'; reason: string }

export type PostResult = { kind: 'posted'; address: string } | PostFailure

/** What a chat platform must be able to do for the flows. One object a platform. */
export interface ChatPlatform {
  name: Place['platform']
  /**
   * Posts once. `key` identifies the post for ever and travels with it where the platform allows,
   * so that `findPost` can tell after a crash whether it arrived.
   */
  post(channel: string, reply: Reply, key: string, thread: string | null): Promise<PostResult>
  /** Replaces an earlier post in place. */
  update(channel: string, address: string, reply: Reply): Promise<PostResult>
  /**
   * The address of the post with this key, null when it is certainly absent, 'unknown' when it cannot be told. It is looked
   * for where it must be: after `since`, the instant (ISO 8601) at which the post was written down, and in this thread,
   * null for the channel itself. That clocks differ by minutes is the platform's business.
   */
  findPost(
    channel: string,
    key: string,
    near: { since: string; thread: string | null },
  ): Promise<string | null | 'unknown'>
}

/** A setting of a platform, as data: the program checks it and keeps secrets out of every message. */
export type PlatformField =
  | { kind: 'words'; secret?: true }
  | { kind: 'choice'; of: readonly string[] }
  /** A secret that begins so; `where` says where it is found. */
  | { kind: 'token'; prefix: string; where: string }
  /** A secret of at least so many characters. */
  | { kind: 'secret'; least: number }
  /** An address: http only on this machine. `secret`: the address itself is a credential. */
  | { kind: 'url'; secret?: true }

/** A platform as an operator set it up. */
export interface PlatformConfig {
  /** One of the module's `modes`. */
  mode: string
  /** By the end of their names: BOT_TOKEN for KLA_SLACK_BOT_TOKEN. null: not set. */
  values: Readonly<Record<string, string | null>>
  /** The profile's name of a channel → the platform's own. */
  channels: Readonly<Record<string, string>>
  level: DisclosureLevel
}

export interface PlatformTools {
  core: ChatCore
  log: Logger
  /** Absent: timelines are shown as lists. */
  drawTimeline?: DrawTimeline
  /** Milliseconds since 1970, for pauses and intervals. */
  clock?(): number
}

/** For whom an app is described: what stands in a manifest. */
export interface AppDescription {
  /** "Klassenassistenz". */
  appName: string
  /** Chat commands as the registry knows them. */
  commands: readonly { name: string; summary: string }[]
  /** Public address of our web server, "https://…"; null: none. */
  publicUrl: string | null
  /** Where colleagues open our page, "https://…"; null: nowhere. */
  workplaceUrl: string | null
}

export interface RunningPlatform {
  platform: ChatPlatform
  /** Routes that the platform calls, to be registered in our web server. */
  plugin?: FastifyPluginAsync
  /** null when the platform can be reached and lets us in, else one German sentence. */
  check(): Promise<string | null>
  stop(): Promise<void>
}

/**
 * A chat platform as the program finds it. Every platform has by itself the settings KLA_<NAME>_MODE (`aus` and its modes), _CHANNELS, _LEVEL,
 * _AVV, _ANZEIGE_80 and _REGION; the gate of § 80 SGB X and Art. 28 DSGVO is the program's and the same for all.
 */
export interface PlatformModule {
  /** Lower case, "slack": settings begin with KLA_SLACK_, ids of people with "slack:". */
  name: string
  /** As sentences call it, "Slack". */
  title: string
  modes: readonly string[]
  fields: Readonly<Record<string, PlatformField>>
  /** What people there have to know of typing commands, a sentence for `hilfe`; null config: the usual settings. */
  typing?(config: PlatformConfig | null): string
  /** Which fields a mode cannot do without. */
  needed(mode: string): readonly string[]
  /** What else is wrong, in German sentences that name the setting; [] when nothing is. */
  faults(config: PlatformConfig): string[]
  /** Throws only when the settings can never work; a platform that is away now is reported by `check`. */
  start(config: PlatformConfig, tools: PlatformTools): Promise<RunningPlatform>
  /** For `kla doctor`: like `check` of a running one, but takes no events away from another process. */
  check(config: PlatformConfig, log: Logger): Promise<string | null>
  /** The files with which an administrator sets the app up (`kla manifest <name>`). */
  appFiles?(
    config: PlatformConfig | null,
    app: AppDescription,
  ): Promise<{ name: string; content: string | Uint8Array }[]>
}
