import { createServer } from 'node:http'

/** What the token endpoint says. 'silence': nothing at all. */
export type TokenAnswer = { status: number; body: unknown } | 'silence'

/**
 * An identity provider on this machine that says what a test wants, for answers that no certified one gives: those of
 * Microsoft Entra ID, broken ones, and none.
 */
export interface ScriptedIssuer {
  issuer: string
  /** Form fields of each token request, oldest first. */
  requests: Record<string, string>[]
  /** Headers of the last one. */
  headers: NodeJS.Dict<string | string[]>
  answer: TokenAnswer
  /** What discovery says besides the endpoint; a wrong issuer for instance. */
  metadata: Record<string, unknown>
  stop(): Promise<void>
}

export async function startScriptedIssuer(): Promise<ScriptedIssuer> {
  const peer: ScriptedIssuer = {
    issuer: '',
    requests: [],
    headers: {},
    answer: { status: 200, body: { access_token: 'eins', token_type: 'Bearer', expires_in: 3600 } },
    metadata: {},
    async stop() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  const server = createServer((request, response) => {
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(body))
    }
    if (request.url?.endsWith('/.well-known/openid-configuration'))
      return say(200, { issuer: peer.issuer, token_endpoint: `${peer.issuer}/token`, ...peer.metadata })
    let form = ''
    request.on('data', chunk => {
      form += chunk
    })
    request.on('end', () => {
      peer.requests.push(Object.fromEntries(new URLSearchParams(form)))
      peer.headers = request.headers
      if (peer.answer !== 'silence') say(peer.answer.status, peer.answer.body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  peer.issuer = `http://127.0.0.1:${address.port}/mandant/v2.0`
  return peer
}

/** How Microsoft Entra ID refuses: the number stands in front of its prose, which names the application. */
export const entraRefusal = (number: number, error = 'invalid_client'): TokenAnswer => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: {
    error,
    error_description: `AADSTS${number}: The provided thing for app '6f1c' is wrong. Trace ID: 77 Timestamp: 2024-04-22 07:00:00Z`,
    error_codes: [number],
    trace_id: '77',
    correlation_id: '78',
  },
})
