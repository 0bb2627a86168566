import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TeamsIssuer, teamsIssuer } from './teamsTokens.ts'

export const appId = '0a1b2c3d-0000-4000-8000-00000000a001'
export const tenantId = '0a1b2c3d-0000-4000-8000-0000000000ff'
export const appSecret = 'nur-fuer-tests-geheim'

/** A message as it stands in a conversation. */
export interface Posted {
  conversation: string
  id: string
  /** Times that it was replaced. */
  updates: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever was sent
  body: any
}

interface Fault {
  status: number
  code?: string
  retryAfter?: number
  /** The connection ends without an answer, before or after the message was taken. */
  hangUp?: 'before' | 'after'
}

export interface TeamsPeer {
  /** Where its conversations live, as activities name it. */
  serviceUrl: string
  loginUrl: string
  metadataUrl: string
  issuer: TeamsIssuer
  posted: Posted[]
  in(conversation: string): Posted[]
  /** Requests to the connector, newest last, as "POST /v3/…". */
  calls: string[]
  /** The next calls that write answer so. */
  fail(...faults: Fault[]): void
  /** Whom a chat of one's own may be opened with; others are refused with 403. */
  reachable: Set<string>
  channels: string[]
  /** How often a token or the keys were asked for. */
  asked: { tokens: number; keys: number }
  /** null: the secret is taken. */
  refuseSecret: string | null
  stop(): Promise<void>
}

/**
 * A stand-in for Teams as a real server: sign-in, keys, and the part of the connector that we call. Where it differs: it shows nothing to
 * anybody, and takes any card.
 */
export async function startTeamsPeer(): Promise<TeamsPeer> {
  const issuer = teamsIssuer()
  const faults: Fault[] = []
  let n = 1_713_765_000_000
  const peer = {
    issuer,
    posted: [] as Posted[],
    calls: [] as string[],
    reachable: new Set<string>(),
    channels: [] as string[],
    asked: { tokens: 0, keys: 0 },
    refuseSecret: null as string | null,
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://peer').pathname)
    const body = await textOf(request)
    if (path === '/.well-known/openidconfiguration') return json(response, 200, { issuer: 'unused' })
    if (path === '/.well-known/keys') {
      peer.asked.keys++
      return json(response, 200, issuer.jwks)
    }
    if (path === `/login/${tenantId}/oauth2/v2.0/token`) return signIn(response, new URLSearchParams(body))
    if (!path.startsWith('/emea/')) return json(response, 404, {})
    peer.calls.push(`${request.method} ${path.slice('/emea'.length)}`)
    if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.headers.authorization ?? ''))
      return json(response, 401, { error: { code: 'Unauthorized', message: 'no token' } })
    connector(request, response, path.slice('/emea'.length), body)
  })

  function signIn(response: ServerResponse, form: URLSearchParams) {
    peer.asked.tokens++
    if (peer.refuseSecret || form.get('client_secret') !== appSecret)
      return json(response, 401, {
        error: 'invalid_client',
        error_description: `${peer.refuseSecret ?? 'AADSTS7000215'}: Invalid client secret provided.`,
      })
    const access = issuer.token({ audience: 'https://api.botframework.com', serviceUrl: null })
    json(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: access })
  }

  function connector(request: IncomingMessage, response: ServerResponse, path: string, body: string) {
    if (request.method === 'GET' && /^\/v3\/teams\/[^/]+\/conversations$/.test(path))
      return json(response, 200, { conversations: peer.channels.map(id => ({ id })) })
    const fault = faults.shift()
    if (fault?.hangUp === 'before') return request.socket.destroy()
    if (fault && !fault.hangUp)
      return json(
        response,
        fault.status,
        { error: { code: fault.code ?? 'ServiceError', message: 'refused' } },
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      )
    const [, conversation = '', id] =
      /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? []
    const sent = JSON.parse(body)
    if (path === '/v3/conversations') {
      const member = sent.members[0].id
      if (!peer.reachable.has(member))
        return json(response, 403, { error: { code: 'ForbiddenOperationException', message: 'refused' } })
      return json(response, 201, { id: `a:${member}` })
    }
    const earlier = id && peer.posted.find(each => each.id === id)
    if (id && !earlier) return json(response, 404, { error: { code: 'ActivityNotFoundInConversation' } })
    if (earlier) {
      earlier.body = sent
      earlier.updates++
      return json(response, 200, { id })
    }
    const address = String(++n)
    peer.posted.push({ conversation, id: address, updates: 0, body: sent })
    if (fault?.hangUp === 'after') return request.socket.destroy()
    json(response, 201, { id: address })
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(peer, {
    serviceUrl: `${base}/emea/`,
    loginUrl: `${base}/login`,
    metadataUrl: `${base}/.well-known/openidconfiguration`,
    in: (conversation: string) => peer.posted.filter(each => each.conversation === conversation),
    fail: (...more: Fault[]) => void faults.push(...more),
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  })
}

function json(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}
