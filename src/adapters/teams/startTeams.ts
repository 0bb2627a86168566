import { type InvokeResponse, PUBLIC, withOverrides } from '@microsoft/teams.api'
import { App, type HttpRouteHandler, type IHttpServerAdapter } from '@microsoft/teams.apps'
import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { ChatCore, RunningPlatform } from '../chatTypes.ts'
import type { DrawTimeline } from '../types.ts'
import { isOurs, readActivity } from './activity.ts'
import { answering } from './answering.ts'
import { reachable } from './check.ts'
import { connectorFor } from './connector.ts'
import { type Doorman, doorman } from './doorman.ts'
import { listen } from './ears.ts'
import { pace } from './pace.ts'
import { teamsPlatform } from './platform.ts'
import { references } from './references.ts'
import { silentLog } from './silentLog.ts'
import { botTokens } from './tokens.ts'

export interface TeamsOptions {
  appId: string
  secret: string
  tenantId: string
  /** Server of Teams for channels of which nothing was heard yet; null: those wait. */
  serviceUrl: string | null
  /** "https://login.microsoftonline.com". */
  loginUrl: string
  /** Ends with "/openidconfiguration"; beside it lie the keys by which Teams signs. */
  metadataUrl: string
  core: ChatCore
  log: Logger
  drawTimeline?: DrawTimeline
  clock?(): number
}

/** Where Teams calls us; stands in the bot's registration. */
export const teamsPath = '/api/messages'

/** An activity is a few kilobytes; a message in a channel at most 28. */
const bodyLimit = 256 * 1024

/** Connects with Teams: a route that Teams calls, and calls of ours to its servers. A Teams that is away now is reported by `check`. */
export async function startTeams(options: TeamsOptions): Promise<RunningPlatform> {
  const { core, log, tenantId, appId } = options
  const clock = options.clock ?? Date.now
  const tokens = botTokens(options, clock)
  const cloud = withOverrides(PUBLIC, { openIdMetadataUrl: options.metadataUrl })
  const door = routeKeeper()
  const app = new App({
    clientId: appId,
    // "" rather than nothing: the SDK would look into the environment, and not ask `token`.
    clientSecret: '',
    tenantId,
    token: () => tokens.token(),
    cloud,
    serviceUrl: options.serviceUrl ?? 'https://smba.trafficmanager.net/emea',
    messagingEndpoint: teamsPath,
    dangerouslyAllowUnauthenticatedRequests: false,
    httpServerAdapter: door.adapter,
    client: { timeout: 15_000, logger: silentLog },
    logger: silentLog,
    telemetry: { agent365: false },
  })
  const connector = connectorFor(app, tokens, tenantId)
  const known = references(core.memory, connector, log)
  const { drawTimeline } = options
  const ears = listen({
    core,
    answering: answering({ connector, references: known, drawTimeline, log }),
    references: known,
    log,
  })
  app.use(async ({ activity }): Promise<InvokeResponse> => {
    const read = readActivity(activity)
    if (!read) return { status: 400 }
    return isOurs(read, tenantId) ? ears.hear(read) : { status: 403 }
  })
  await app.initialize()

  return {
    platform: teamsPlatform({
      connector,
      references: known,
      tokens,
      memory: core.memory,
      pace: pace(clock),
      usual: options.serviceUrl === null ? null : { serviceUrl: options.serviceUrl, botId: `28:${appId}` },
      drawTimeline,
    }),
    plugin: teamsRoute(door.handler(), doorman(cloud.tokenIssuer, log, clock)),
    check: () => reachable(tokens, options.metadataUrl),
    async stop() {
      // Whoever has asked still gets the answer, unless it takes very long.
      await Promise.race([ears.settled(), new Promise(resolve => setTimeout(resolve, 3_000).unref())])
    },
  }
}

/** The SDK registers one route; we keep what it gives us for our own server. */
function routeKeeper(): { adapter: IHttpServerAdapter; handler(): HttpRouteHandler } {
  let kept: HttpRouteHandler | undefined
  return {
    adapter: {
      registerRoute(_method, path, handler) {
        if (path === teamsPath) kept = handler
      },
    },
    handler() {
      if (!kept) throw new Error('teams: the SDK registered no route')
      return kept
    },
  }
}

function teamsRoute(handler: HttpRouteHandler, door: Doorman): FastifyPluginAsync {
  return async server => {
    server.post(teamsPath, { bodyLimit }, async (request, reply) => {
      const { authorization } = request.headers
      const refusal = door.refuses(authorization, request.body)
      if (refusal !== null) return reply.code(refusal).send({ error: 'refused' })
      const { status, body } = await handler({
        body: request.body,
        headers: { authorization: authorization ?? '' },
      })
      door.checked(authorization, status)
      return body === undefined ? reply.code(status).send() : reply.code(status).send(body)
    })
  }
}
