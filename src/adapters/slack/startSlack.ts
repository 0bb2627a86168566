import { App, HTTPReceiver, type Receiver, webApi } from '@slack/bolt'
import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { Person } from '../../reply/incoming.ts'
import type { Answer, ChatPlatform } from '../chatTypes.ts'
import type { DrawTimeline } from '../types.ts'
import { boltLog } from './boltLog.ts'
import { commandName, commandNameFault } from './commandName.ts'
import { type ConnectionTimes, keepConnected } from './connection.ts'
import { listen } from './ears.ts'
import { slackIdentity } from './identity.ts'
import { defaultSlackPath } from './manifest.ts'
import { slackPictures } from './pictures.ts'
import { slackPlatform } from './platform.ts'

export interface SlackOptions {
  /** How Slack reaches us: we call out (no open port needed), or Slack calls our address and signs each call. */
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string; path?: string }
  /** Begins with "xoxb-". */
  botToken: string
  /** The umbrella command, with or without slash. */
  command: string
  answer: Answer
  personOf(slackUserId: string): Promise<Person>
  /** False when an event with this id was answered before. */
  firstTime(eventId: string): Promise<boolean>
  log: Logger
  /** Absent: timelines are shown as lists. */
  drawTimeline?: DrawTimeline
  /** Another address of the Web API, for tests; ends with "/api/". */
  apiUrl?: string
  connectionTimes?: ConnectionTimes
}

export interface RunningSlack {
  platform: ChatPlatform
  /** In HTTP mode: the route that Slack calls, to be registered in our web server. */
  plugin?: FastifyPluginAsync
  /** null when Slack can be reached and lets us in, else one German sentence. */
  check(): Promise<string | null>
  stop(): Promise<void>
}

/**
 * Connects with Slack. Throws only when the settings can never work; a Slack that is away now is reported by `check`
 * and connected to as soon as it is back.
 */
export async function startSlack(options: SlackOptions): Promise<RunningSlack> {
  const fault = commandNameFault(options.command)
  if (fault) throw new Error(fault)
  const { mode, log } = options
  const clientOptions = {
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
    // The library would repeat a post for half an hour on its own, and post twice when only the answer got lost.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
    logger: boltLog(log),
  }
  const client = new webApi.WebClient(options.botToken, clientOptions)
  const identity = slackIdentity(client, log)
  const pictures = slackPictures(client, options.drawTimeline, log)

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
    clientOptions,
    convoStore: false,
    ignoreSelf: true,
  })
  app.error(async error => log.error({ code: error.code }, 'Slack: Ereignis nicht verarbeitet'))
  const ears = listen(app, {
    client,
    pictures,
    command: commandName(options.command),
    answer: options.answer,
    personOf: options.personOf,
    firstTime: options.firstTime,
    botUserId: identity.userId,
    log,
  })

  const connection =
    mode.kind === 'socket'
      ? keepConnected({
          app,
          appToken: mode.appToken,
          apiUrl: options.apiUrl,
          log,
          ...(options.connectionTimes ? { times: options.connectionTimes } : {}),
        })
      : null
  await Promise.all([identity.learn(), connection?.firstAttempt])

  return {
    platform: slackPlatform(client, pictures),
    ...(receiver instanceof HTTPReceiver ? { plugin: slackRoute(receiver, path) } : {}),
    async check() {
      return (await identity.check()) ?? connection?.fault() ?? null
    },
    async stop() {
      await connection?.stop()
      // Whoever has asked still gets the answer, unless it takes very long.
      await Promise.race([ears.settled(), new Promise(resolve => setTimeout(resolve, 3_000).unref())])
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
