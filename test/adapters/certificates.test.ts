import { afterEach, describe, expect, test } from 'vitest'
import { checkMailbox } from '../../src/adapters/imap/checkMailbox.ts'
import { ownTokens } from '../../src/adapters/oidc/ownTokens.ts'
import { createSender } from '../../src/adapters/smtp/createSender.ts'
import type { TokenFault } from '../../src/adapters/types.ts'
import { missingDovecot, startDovecot } from '../peers/dovecot.ts'
import { startIdentityProvider } from '../peers/identityProvider.ts'
import { startSmtpSink } from '../peers/smtpSink.ts'
import { mailboxSettings } from './imap/watching.ts'
import { plainSettings } from './smtp/letters.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** What the connection says about a peer with a certificate for this name; `trusted`: its authority is known. */
type Look = (certificateFor: string, trusted: boolean) => Promise<string | null>

const imap =
  (security: 'tls' | 'starttls'): Look =>
  async (certificateFor, trusted) => {
    const dovecot = await startDovecot({ certificateFor })
    closing.push(() => dovecot.stop())
    const port = security === 'tls' ? dovecot.imapsPort : dovecot.imapPort
    return checkMailbox(
      mailboxSettings(dovecot, { security, port, caFile: trusted ? dovecot.caFile : undefined }),
    )
  }

const smtp =
  (security: 'tls' | 'starttls'): Look =>
  async (certificateFor, trusted) => {
    const sink = await startSmtpSink({ security, certificateFor })
    const sender = createSender(
      plainSettings(sink.port, { host: sink.host, security, caFile: trusted ? sink.caFile : undefined }),
    )
    closing.push(async () => {
      await sender.stop()
      await sink.stop()
    })
    return sender.check()
  }

const identity: Look = async (certificateFor, trusted) => {
  const provider = await startIdentityProvider({ certificateFor })
  closing.push(() => provider.stop())
  const source = ownTokens({ ...provider, scope: null, caFile: trusted ? provider.caFile : undefined })
  const fault = await source.accessToken().then(
    () => null,
    error => (error as { tokenFault: TokenFault }).tokenFault,
  )
  expect(fault === null ? 1 : 0).toBe(provider.asked('client_credentials'))
  return fault?.why ?? null
}

function certificatesOf(look: Look): void {
  test('is talked to when its certificate holds', async () => {
    expect(await look('localhost', true)).toBeNull()
  })

  test('is not talked to when nobody trusted signed its certificate', async () => {
    expect(await look('localhost', false)).toMatch(/Zertifikat .* nicht vertrauenswürdig/)
  })

  test('is not talked to when its certificate is that of another', async () => {
    expect(await look('anderswo.example', true)).toMatch(/Zertifikat .* nicht vertrauenswürdig/)
  })
}

describe.skipIf(missingDovecot())('the mailbox [needs Dovecot]', () => {
  describe('over TLS', () => certificatesOf(imap('tls')))
  describe('over STARTTLS', () => certificatesOf(imap('starttls')))
})

describe('the mail server', () => {
  describe('over TLS', () => certificatesOf(smtp('tls')))
  describe('over STARTTLS', () => certificatesOf(smtp('starttls')))
})

describe('the identity provider', () => certificatesOf(identity))
