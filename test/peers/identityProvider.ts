import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Provider from 'oidc-provider'
import { makeCertificate } from './certificate.ts'
import { freePorts } from './freePorts.ts'

/** A certified identity provider (oidc-provider) of our own, over TLS, with one application that may sign in. */
export interface IdentityProvider {
  issuer: string
  clientId: string
  clientSecret: string
  caFile: string
  /** Where mail servers ask whether a token is good (RFC 7662), with the sign-in they need. */
  introspectionUrl: string
  /** A refresh token of a person, as a browser would have brought it. */
  signIn(): Promise<string>
  /** Requests at the token endpoint so far, by kind of grant. */
  asked(grant: 'client_credentials' | 'refresh_token'): number
  /** The longest queue of token requests that there ever was. */
  mostAtOnce(): number
  /** Withdraws an access token before its end. */
  withdraw(token: string): Promise<void>
  /** Runs before a token request is answered; for delays and for killing whoever asks. */
  beforeAnswer: ((request: IncomingMessage) => Promise<void>) | null
  /** Runs when a whole answer of the token endpoint has left. */
  afterAnswer: (() => void) | null
  /** Nobody listens any more; tokens stay. */
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}

export interface IdentityOptions {
  /** Life of an access token in seconds. */
  life?: number
  /** Whose mailbox the tokens open. */
  user?: string
  /** Name in its certificate, when it is not the one that is asked. */
  certificateFor?: string
}

export async function startIdentityProvider(options: IdentityOptions = {}): Promise<IdentityProvider> {
  const { life = 3600, user = 'postfach@kreis.example' } = options
  const directory = mkdtempSync(join(tmpdir(), 'kla-idp-'))
  const { certFile, keyFile } = makeCertificate(directory, options.certificateFor)
  const [port = 0] = await freePorts(1)
  const issuer = `https://localhost:${port}`
  const [clientId, clientSecret] = ['kla', 'sehr-geheimes-client-secret']
  const provider = new Provider(issuer, {
    adapter: memory(),
    clients: [
      client(clientId, clientSecret, ['client_credentials', 'refresh_token']),
      client('dovecot', 'geheim', []),
    ],
    scopes: ['openid', 'offline_access', 'https://outlook.office365.com/.default'],
    ttl: { ClientCredentials: life, AccessToken: life, RefreshToken: 86_400, Grant: 86_400, IdToken: life },
    rotateRefreshToken: true,
    // The name by which the mail server knows the mailbox.
    extraTokenClaims: () => ({ username: user }),
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      devInteractions: { enabled: false },
    },
    jwks: {
      keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })],
    },
    cookies: { keys: ['nur-fuer-tests'] },
    pkce: { required: () => false },
  })
  const answer = provider.callback()
  const counts = { client_credentials: 0, refresh_token: 0 }
  let atOnce = 0
  let most = 0

  const peer: IdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    caFile: certFile,
    introspectionUrl: `https://dovecot:geheim@localhost:${port}/token/introspection`,
    async signIn() {
      const grant = new provider.Grant({ clientId, accountId: user })
      grant.addOIDCScope('openid offline_access')
      const grantId = await grant.save()
      const fields = { client: await provider.Client.find(clientId), accountId: user, grantId }
      return new provider.RefreshToken({
        ...fields,
        scope: 'openid offline_access',
        gty: 'authorization_code',
      }).save()
    },
    asked: grant => counts[grant],
    mostAtOnce: () => most,
    async withdraw(token) {
      const found = (await provider.ClientCredentials.find(token)) ?? (await provider.AccessToken.find(token))
      await found?.destroy()
    },
    beforeAnswer: null,
    afterAnswer: null,
    async down() {
      await closed(server)
    },
    async up() {
      server = await listening(port, certFile, keyFile, handle)
    },
    async stop() {
      await closed(server)
      rmSync(directory, { recursive: true, force: true })
    },
  }
  provider.on('grant.success', context => count(context))
  provider.on('grant.error', context => count(context))
  const count = (context: unknown) => {
    const { grant_type: grant } = (context as { oidc: { params: { grant_type: string } } }).oidc.params
    if (grant === 'client_credentials' || grant === 'refresh_token') counts[grant]++
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/token') return answer(request, response)
    most = Math.max(most, ++atOnce)
    response.on('close', () => {
      atOnce--
      peer.afterAnswer?.()
    })
    await peer.beforeAnswer?.(request)
    answer(request, response)
  }
  let server = await listening(port, certFile, keyFile, handle)
  return peer
}

/** Where the provider keeps its things: each kind by its id. */
function memory() {
  const kinds = new Map<string, Map<string, Record<string, unknown>>>()
  return (kind: string) => {
    const things = kinds.get(kind) ?? new Map<string, Record<string, unknown>>()
    kinds.set(kind, things)
    return {
      upsert: async (id: string, thing: Record<string, unknown>) => void things.set(id, thing),
      find: async (id: string) => things.get(id),
      consume: async (id: string) => void things.set(id, { ...things.get(id), consumed: true }),
      destroy: async (id: string) => void things.delete(id),
      async revokeByGrantId(grantId: string) {
        for (const [id, thing] of things) if (thing.grantId === grantId) things.delete(id)
      },
    }
  }
}

function client(client_id: string, client_secret: string, grant_types: string[]) {
  return {
    client_id,
    client_secret,
    grant_types,
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: client_id === 'dovecot' ? 'client_secret_basic' : 'client_secret_post',
  }
}

async function listening(
  port: number,
  certFile: string,
  keyFile: string,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, handle)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return server
}

async function closed(server: Server): Promise<void> {
  const done = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  await done
}
