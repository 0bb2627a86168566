import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownTokens } from '../../../src/adapters/oidc/ownTokens.ts'
import type { ProviderSettings } from '../../../src/adapters/oidc/settings.ts'
import type { TokenFault, TokenSource } from '../../../src/adapters/types.ts'
import { type IdentityProvider, startIdentityProvider } from '../../peers/identityProvider.ts'
import { entraRefusal, type ScriptedIssuer, startScriptedIssuer } from '../../peers/scriptedIssuer.ts'

async function faultOf(source: TokenSource): Promise<TokenFault> {
  const error = await source.accessToken().then(
    () => null,
    thrown => thrown as { tokenFault: TokenFault },
  )
  if (!error) throw new Error('a token came')
  return error.tokenFault
}

describe('tokens of a certified identity provider', () => {
  let provider: IdentityProvider
  beforeAll(async () => {
    provider = await startIdentityProvider({ life: 2 })
  })
  afterAll(() => provider.stop())
  const settings = (other: Partial<ProviderSettings> = {}): ProviderSettings => ({
    ...provider,
    scope: 'https://outlook.office365.com/.default',
    ...other,
  })

  test('are asked for once, however many mailboxes want one at the same time', async () => {
    const source = ownTokens(settings())
    const before = provider.asked('client_credentials')
    const tokens = await Promise.all(Array.from({ length: 8 }, () => source.accessToken()))
    expect(new Set(tokens).size).toBe(1)
    expect(await source.accessToken()).toBe(tokens[0])
    expect(provider.asked('client_credentials')).toBe(before + 1)
    expect(provider.mostAtOnce()).toBe(1)
  })

  test('are renewed before their end', async () => {
    const source = ownTokens(settings())
    const first = await source.accessToken()
    const begun = performance.now()
    await expect.poll(() => source.accessToken(), { interval: 20 }).not.toBe(first)
    // Two seconds of life: the last fifth is not used.
    expect(performance.now() - begun).toBeGreaterThan(1000)
  })

  test('that a server refused are not given out again, and the fresh one serves all who come late', async () => {
    const source = ownTokens(settings())
    const refused = await source.accessToken()
    const before = provider.asked('client_credentials')
    const fresh = await Promise.all([source.accessToken(refused), source.accessToken(refused)])
    expect(fresh[0]).not.toBe(refused)
    expect(await source.accessToken(refused)).toBe(fresh[0])
    expect(fresh[1]).toBe(fresh[0])
    expect(provider.asked('client_credentials')).toBe(before + 1)
  })

  test('do not come with a wrong secret, and the provider is not asked again at once', async () => {
    const source = ownTokens(settings({ clientSecret: 'falsch' }))
    const before = provider.asked('client_credentials')
    expect(await faultOf(source)).toMatchObject({
      kind: 'sign-in',
      why: 'Client-ID oder Client-Secret wird nicht angenommen',
    })
    await faultOf(source)
    expect(provider.asked('client_credentials')).toBe(before + 1)
  })

  test('come again when the provider is back', async () => {
    const source = ownTokens(settings())
    await provider.down()
    expect(await faultOf(source)).toMatchObject({
      kind: 'unreachable',
      why: 'der Anmeldedienst ist nicht erreichbar',
      code: 'ECONNREFUSED',
    })
    await provider.up()
    expect(await source.accessToken()).toMatch(/\S{20,}/)
  })
})

describe('what an identity provider may answer', () => {
  let issuer: ScriptedIssuer
  beforeEach(async () => {
    issuer = await startScriptedIssuer()
  })
  afterEach(() => issuer.stop())
  const settings = (): ProviderSettings => ({
    issuer: issuer.issuer,
    clientId: 'kla',
    clientSecret: 'ganz&geheim',
    scope: 'https://outlook.office365.com/.default',
    answerSeconds: 0.5,
  })
  const source = () => ownTokens(settings())

  test('the request is the one that Exchange Online wants', async () => {
    expect(await source().accessToken()).toBe('eins')
    expect(issuer.requests).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'kla',
        client_secret: 'ganz&geheim',
        scope: 'https://outlook.office365.com/.default',
      },
    ])
  })

  test('a provider that wants the secret in the header gets it there', async () => {
    issuer.metadata = { token_endpoint_auth_methods_supported: ['client_secret_basic'] }
    await source().accessToken()
    expect(issuer.headers.authorization).toMatch(/^Basic /)
    expect(issuer.requests[0]).not.toHaveProperty('client_secret')
  })

  test.each([
    [7000222, 'invalid_client', 'das Client-Secret ist abgelaufen'],
    [7000215, 'invalid_client', 'das Client-Secret ist falsch'],
    [700016, 'unauthorized_client', 'die Anwendung ist im Mandanten unbekannt'],
    [65001, 'invalid_grant', 'die Zustimmung der Administration fehlt'],
    [53003, 'access_denied', 'eine Regel für den bedingten Zugriff verbietet die Anmeldung'],
    [999999, 'invalid_grant', 'das Refresh-Token gilt nicht mehr'],
    [999999, 'something_new', 'der Anmeldedienst lehnt ab'],
  ])('AADSTS%i (%s) is said in German and without names', async (number, error, why) => {
    issuer.answer = entraRefusal(number, error)
    const fault = await faultOf(source())
    expect(fault).toMatchObject({ kind: 'sign-in', why, code: `AADSTS${number}` })
    expect(JSON.stringify(fault)).not.toMatch(/geheim|6f1c|Trace/)
  })

  test.each([
    [{ status: 503, body: {} }, 'der Anmeldedienst ist gestört'],
    [{ status: 429, body: { error: 'temporarily_unavailable' } }, 'der Anmeldedienst ist gestört'],
    [{ status: 400, body: { error: 'server_error' } }, 'der Anmeldedienst ist gestört'],
    [{ status: 200, body: ['nothing'] }, 'der Anmeldedienst antwortet nicht so, wie er soll'],
    [{ status: 200, body: { token_type: 'Bearer' } }, 'der Anmeldedienst antwortet nicht so, wie er soll'],
    ['silence', 'der Anmeldedienst antwortet nicht'],
  ] as const)('%j passes and is no refusal', async (answer, why) => {
    issuer.answer = answer
    expect(await faultOf(source())).toMatchObject({ kind: 'unreachable', why })
    issuer.answer = { status: 200, body: { access_token: 'zwei', token_type: 'Bearer' } }
    expect(await source().accessToken()).toBe('zwei')
  })

  test('a provider of another name is not believed', async () => {
    issuer.metadata = { issuer: 'https://login.example/mandant' }
    expect(await faultOf(source())).toMatchObject({ why: 'der Anmeldedienst nennt sich selbst anders' })
    expect(issuer.requests).toEqual([])
  })

  test('the secret goes nowhere in plain text but to this machine', async () => {
    issuer.metadata = { token_endpoint: 'http://login.example/token' }
    expect(await faultOf(source())).toMatchObject({ why: 'keine sichere Verbindung zum Anmeldedienst' })
  })
})
