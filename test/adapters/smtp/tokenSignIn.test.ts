import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createSender } from '../../../src/adapters/smtp/createSender.ts'
import type { SenderSettings } from '../../../src/adapters/smtp/settings.ts'
import type { TokenFault } from '../../../src/adapters/types.ts'
import { startSmtpSink } from '../../peers/smtpSink.ts'
import { letterOut, nothingFirst, plainSettings } from './letters.ts'

const user = 'postfach@kreis.example'
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A token source that gives out t1, t2, … and another one each time that the last was refused. */
function tokens() {
  let given = 1
  const refused: string[] = []
  return {
    refused,
    async accessToken(bad?: string) {
      if (bad !== undefined) refused.push(bad)
      if (bad === `t${given}`) given++
      return `t${given}`
    },
  }
}

async function sinkThatAccepts(accepts: (token: string) => boolean) {
  const seen: string[] = []
  const sink = await startSmtpSink({
    security: 'tls',
    login: { user, password: 'nur-mit-token' },
    acceptsToken: token => {
      seen.push(token)
      return accepts(token)
    },
  })
  closing.push(() => sink.stop())
  return { sink, seen }
}

function senderFor(
  sink: { host: string; port: number; caFile: string },
  signIn: Omit<Extract<SenderSettings['signIn'], { kind: 'token' }>, 'kind' | 'user'>,
) {
  const sender = createSender(
    plainSettings(sink.port, {
      host: sink.host,
      caFile: sink.caFile,
      security: 'tls',
      signIn: { kind: 'token', user, ...signIn },
    }),
  )
  closing.push(() => sender.stop())
  return sender
}

describe('a letter that leaves with sign-in by access token', () => {
  test('is signed in for with XOAUTH2', async () => {
    const { sink, seen } = await sinkThatAccepts(token => token === 't1')
    const sender = senderFor(sink, tokens())
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    expect(sink.letters()[0]).toMatchObject({ user, secure: true })
    expect(seen).toEqual(['t1'])
  })

  test('leaves with a fresh token when the first was withdrawn', async () => {
    const { sink, seen } = await sinkThatAccepts(token => token === 't2')
    const source = tokens()
    expect(await senderFor(sink, source).send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    expect(seen).toEqual(['t1', 't2'])
    expect(source.refused).toEqual(['t1'])
  })

  test('waits when the fresh one is refused too, and the next letters do not knock again', async () => {
    const { sink, seen } = await sinkThatAccepts(() => false)
    const sender = senderFor(sink, { ...tokens(), whyRefused: token => `weil ${token}` })
    for (let index = 0; index < 4; index++)
      expect(await sender.send(letterOut(), nothingFirst)).toEqual({
        kind: 'later',
        reason: 'Anmeldung abgelehnt: 535 5.7.8 sign-in refused (weil t2)',
      })
    expect(seen).toEqual(['t1', 't2'])
    expect(sink.connections()).toBe(2)
  })

  test('waits while no token can be had, and goes as soon as one can', async () => {
    const { sink } = await sinkThatAccepts(() => true)
    let away = true
    const tokenFault: TokenFault = {
      kind: 'unreachable',
      why: 'der Anmeldedienst ist nicht erreichbar',
      look: '',
      code: null,
    }
    const sender = senderFor(sink, {
      accessToken: async () => {
        if (away) throw Object.assign(new Error('no access token'), { tokenFault })
        return 't1'
      },
    })
    expect(await sender.send(letterOut(), nothingFirst)).toEqual({ kind: 'later', reason: tokenFault.why })
    away = false
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
  })
})

/** What a server sees that offers these mechanisms; RFC 7628 section 3.2.3 explains a refusal with 334. */
async function signInSeenBy(offered: string, answer: (line: string) => string) {
  const lines: string[] = []
  const server = createServer(socket => {
    socket.write('220 peer ESMTP\r\n')
    socket.on('error', () => {})
    socket.on('data', chunk => {
      for (const line of chunk.toString('latin1').split('\r\n').slice(0, -1)) {
        lines.push(line)
        if (/^EHLO/.test(line)) socket.write(`250-peer\r\n250-SIZE 1000000\r\n250 AUTH ${offered}\r\n`)
        else if (/^QUIT/.test(line)) socket.end('221 bye\r\n')
        else socket.write(`${answer(line)}\r\n`)
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => server.close())
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const sender = createSender(
    plainSettings(address.port, { signIn: { kind: 'token', user: 'a,b@kreis.example', ...tokens() } }),
  )
  closing.push(() => sender.stop())
  const fault = await sender.check()
  return { lines: lines.filter(line => !/^(EHLO|QUIT)/.test(line)), fault }
}

const decoded = (line: string | undefined) =>
  Buffer.from(line?.split(' ')[2] ?? '', 'base64')
    .toString()
    .replaceAll('\x01', '|')

describe('the words of the sign-in', () => {
  const good = () => '235 2.7.0 ok'

  test('XOAUTH2, where both are offered', async () => {
    const { lines, fault } = await signInSeenBy('PLAIN LOGIN OAUTHBEARER XOAUTH2', good)
    expect(fault).toBeNull()
    expect(lines[0]).toMatch(/^AUTH XOAUTH2 /)
    expect(decoded(lines[0])).toBe('user=a,b@kreis.example|auth=Bearer t1||')
  })

  test('OAUTHBEARER, where only that is offered', async () => {
    const { lines, fault } = await signInSeenBy('PLAIN OAUTHBEARER', good)
    expect(fault).toBeNull()
    expect(lines[0]).toMatch(/^AUTH OAUTHBEARER /)
    expect(decoded(lines[0])).toBe('n,a=a=2Cb@kreis.example,|auth=Bearer t1||')
  })

  test.each([
    ['OAUTHBEARER', 'AQ=='],
    ['XOAUTH2', ''],
  ])('a refusal of %s that is explained with 334 is acknowledged', async (mechanism, acknowledgement) => {
    const { lines, fault } = await signInSeenBy(mechanism, line =>
      line.startsWith('AUTH') ? `334 ${btoa('{"status":"401"}')}` : '535 5.7.8 no',
    )
    expect(fault).toContain('Anmeldung abgelehnt: 535 5.7.8 no')
    expect(lines.map(line => (line.startsWith('AUTH') ? 'AUTH' : line))).toEqual([
      'AUTH',
      acknowledgement,
      'AUTH',
      acknowledgement,
    ])
  })

  test('a server that takes no tokens is told from a refusal', async () => {
    const { lines, fault } = await signInSeenBy('PLAIN LOGIN', good)
    expect(fault).toContain('der Mailserver bietet keine Anmeldung mit OAuth 2.0 an')
    expect(lines).toEqual([])
  })
})
