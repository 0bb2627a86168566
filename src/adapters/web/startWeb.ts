import type { AddressInfo } from 'node:net'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyPluginAsync } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Person } from '../../reply/incoming.ts'
import type { Action } from '../../reply/reply.ts'
import type { ChatCore, ChatPlatform } from '../chatTypes.ts'
import type { DrawTimeline } from '../types.ts'
import { cannotListen } from './cannotListen.ts'
import { liveFeed } from './liveFeed.ts'
import { webPlatform } from './platform.ts'
import { chatRoutes } from './routes.ts'
import { shownPictures } from './shownPictures.ts'
import { webAddress } from './webAddress.ts'
import type { WebPost } from './webPost.ts'

export interface WebOptions {
  /** Address to listen on; 127.0.0.1 keeps other machines out. */
  host: string
  /** 0 picks a free one. */
  port: number
  core: Pick<ChatCore, 'answer' | 'form'>
  /** Who the holder of the access token is. */
  person: Person
  /** Announcements that were posted to the page before, in any order. */
  recentPosts(): Promise<WebPost[]>
  /** The access token, at least 16 characters; it is part of the start address. */
  token: string
  programmeName: string
  /** A command that fits the programme, shown under the input; missing: "status". */
  example?: string
  /** Routes of others on the same port, such as those of chat platforms. They check for themselves who calls. */
  plugins?: readonly FastifyPluginAsync[]
  /** Commands that are one click away. */
  suggestions?: readonly Action[]
  /** Address under which a reverse proxy shows us, e.g. "https://kla.example.org". */
  publicUrl?: string | null
  /** Absent: timelines are shown as lists. */
  drawTimeline?: DrawTimeline
  now?(): Temporal.Instant
}

export interface RunningWeb {
  /** The start address with the access token: opening it signs in. */
  url: string
  /** The port that is listened on. */
  port: number
  platform: ChatPlatform
  stop(): Promise<void>
}

const usualSuggestions: readonly Action[] = [
  { label: 'Stand', command: 'status' },
  { label: 'Offene Vorgänge', command: 'vorgang liste' },
  { label: 'Fristen', command: 'fristen' },
  { label: 'Hilfe', command: 'hilfe' },
]

/** Starts the one web server: the chat page, /healthz, and the routes of `plugins`. Throws CannotListen. */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  if (options.token.length < 16)
    throw new Error('Das Zugangswort der Web-Seite braucht mindestens 16 Zeichen.')
  const now = options.now ?? (() => Temporal.Now.instant())
  const publicUrl = options.publicUrl ? new URL(options.publicUrl) : null
  const feed = liveFeed()
  const pictures = shownPictures(options.drawTimeline)
  const { platform, posts } = webPlatform({
    feed,
    now,
    recentPosts: options.recentPosts,
    pictureAddress: pictures.address,
  })

  const server = Fastify({
    // Addresses hold the access token and questions; nothing of a request is logged.
    logger: false,
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
  })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // With "no-referrer" browsers would send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl?.protocol === 'https:',
  })
  // Liveness: this process answers. Whether database, mailbox and mail server do, `kla doctor` says.
  server.get('/healthz', async () => ({ ok: true }))
  for (const plugin of options.plugins ?? []) await server.register(plugin)
  await server.register(
    chatRoutes({
      core: options.core,
      person: options.person,
      programmeName: options.programmeName,
      example: options.example ?? 'status',
      suggestions: options.suggestions ?? usualSuggestions,
      token: options.token,
      hostNames: [publicUrl?.hostname, options.host].filter(name => name !== undefined),
      secureCookie: publicUrl?.protocol === 'https:',
      posts,
      feed,
      now,
      pictures,
    }),
  )
  await server.listen({ host: options.host, port: options.port }).catch(async error => {
    await server.close()
    throw cannotListen(error, options.host, options.port) ?? error
  })

  const { port } = server.server.address() as AddressInfo
  const base = publicUrl ?? webAddress(options.host, port)
  return {
    url: new URL(`/?zugang=${encodeURIComponent(options.token)}`, base).href,
    port,
    platform,
    async stop() {
      feed.stop()
      await server.close()
    },
  }
}
