import { App, HTTPReceiver, type Receiver } from '@slack/bolt'
import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { ChatCore, RunningPlatform } from '../chatTypes.ts'
import type { DrawTimeline } from '../types.ts'
import { boltLog } from './boltLog.ts'
import { type CatchUpTimes, catchUp } from './catchUp.ts'
import { commandName, commandNameFault } from './commandName.ts'
import type { ConnectionTimes } from './connection.ts'
import { keepConnections } from './connections.ts'
import { deafSentence } from './deafChannels.ts'
import { listen } from './ears.ts'
import { hearing } from './hearing.ts'
import { slackIdentity } from './identity.ts'
import { defaultSlackPath } from './manifest.ts'
import { channelPace } from './pace.ts'
import { slackPictures } from './pictures.ts'
import { slackPlatform } from './platform.ts'
import { clientOptions, webClient } from './webClient.ts'

export interface SlackOptions {
  /** How Slack reaches us: we call out (no open port needed), or Slack calls our address and signs each call. */
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string; path?: string }
  /** Begins with "xoxb-". */
  botToken: string
  /** The umbrella command, with or without slash. */
  command: string
  /** Name of the emoji that makes a Vorgang of a message, without colons; null: none does. */
  emoji: string | null
  core: ChatCore
  /** Channels in which we post: their threads are read behind a cursor, as watched channels are. Slack's ids. */
  channels: readonly string[]
  log: Logger
  /** Milliseconds between two posts in a channel. */
  gap: number
  /** Absent: timelines are shown as lists. */
  drawTimeline?: DrawTimeline
  /** Another address of the Web API, for tests; ends with "/api/". */
  apiUrl?: string
  connectionTimes?: ConnectionTimes
  catchUpTimes?: CatchUpTimes
}

/** Connections held at once in Socket Mode. */
const sockets = 2

/**
 * Connects with Slack. Throws only when the settings can never work; a Slack that is away now is reported by `check`
 * and connected to as soon as it is back.
 */
export async function startSlack(options: SlackOptions): Promise<RunningPlatform> {
  const fault = commandNameFault(options.command)
  if (fault) throw new Error(fault)
  const { mode, log, core, apiUrl } = options
  const client = webClient(options)
  const identity = slackIdentity(client, log)
  const pictures = slackPictures(client, options.drawTimeline, log)
  const pace = channelPace(options.gap)
  const heard = hearing({
    mouth: { client, pictures, pace },
    core,
    identity,
    missed: (channel, message, mentioned) => reading.missed(channel, message, mentioned),
  })

  const path = (mode.kind === 'http' && mode.path) || defaultSlackPath
  const receiver =
    mode.kind === 'http'
      ? new HTTPReceiver({
          signingSecret: mode.signingSecret,
          endpoints: [path],
          logger: boltLog(log),
          bodyLimit: 512 * 1024,
        })
      : silentReceiver()
  const app = new App({
    receiver,
    // Says who we are from memory: an acknowledgement must not wait for a call to Slack.
    authorize: async () => ({ botToken: options.botToken, botUserId: identity.userId() ?? undefined }),
    logger: boltLog(log),
    clientOptions: clientOptions(options),
    convoStore: false,
    ignoreSelf: true,
  })
  app.error(async error => log.error({ code: error.code }, 'Slack: Ereignis nicht verarbeitet'))
  const ears = listen(app, {
    client,
    pictures,
    pace,
    core,
    identity,
    hearing: heard,
    command: commandName(options.command),
    emoji: options.emoji,
    log,
  })
  const reading = catchUp({
    channels: [...new Set([...core.watched, ...options.channels])],
    hearing: heard,
    history: { client },
    memory: core.memory,
    ready: async () => (identity.userId() ?? (await identity.learn())) !== null,
    log,
    ...(options.catchUpTimes ? { times: options.catchUpTimes } : {}),
  })

  const connection =
    mode.kind === 'socket'
      ? keepConnections(sockets, {
          app,
          appToken: mode.appToken,
          apiUrl,
          log,
          // What was said while nobody was connected was told to nobody.
          onConnected: reading.soon,
          ...(options.connectionTimes ? { times: options.connectionTimes } : {}),
        })
      : null
  await Promise.all([identity.learn(), connection?.firstAttempt])

  return {
    platform: slackPlatform(client, pictures, pace),
    ...(receiver instanceof HTTPReceiver ? { plugin: slackRoute(receiver, path) } : {}),
    async check() {
      return (await identity.check()) ?? connection?.fault() ?? deafSentence([...reading.deaf().keys()])
    },
    async stop() {
      await connection?.stop()
      // Whoever has asked still gets the answer, unless it takes very long.
      const settled = Promise.race([
        ears.settled(),
        new Promise(resolve => setTimeout(resolve, 3_000).unref()),
      ])
      await Promise.all([reading.stop(), settled])
    },
  }
}

/** In Socket Mode the connections bring their own receivers, one each; the App only wants to have one. */
function silentReceiver(): Receiver {
  return { init() {}, start: async () => {}, stop: async () => {} }
}

/**
 * Slack's route in our server. The signature covers the bytes as sent, so inside this plugin nobody may parse the body;
 * outside of it parsing is untouched.
 */
function slackRoute(receiver: HTTPReceiver, path: string): FastifyPluginAsync {
  return async server => {
    server.removeAllContentTypeParsers()
    server.addContentTypeParser('*', (_request, _body, done) => done(null))
    server.post(path, (request, reply) => {
      reply.hijack()
      receiver.requestListener(request.raw, reply.raw)
    })
  }
}
