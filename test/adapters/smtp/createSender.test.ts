import { afterEach, describe, expect, test } from 'vitest'
import { createSender, type Sender } from '../../../src/adapters/smtp/createSender.ts'
import type { SenderSettings } from '../../../src/adapters/smtp/settings.ts'
import { type SinkOptions, type SmtpSink, startSmtpSink, startSmtpSinkProcess } from '../../peers/smtpSink.ts'
import { letterOut, nothingFirst, plainSettings } from './letters.ts'

let sink: SmtpSink
let sender: Sender
afterEach(async () => {
  await sender.stop()
  await sink.stop()
})

const login = { user: 'postfach@kreis.example', password: 'geheim' }

async function against(options: SinkOptions, other: Partial<SenderSettings> = {}): Promise<void> {
  const started = await startSmtpSink(options)
  sink = started
  sender = createSender(
    plainSettings(sink.port, {
      host: sink.host,
      caFile: sink.caFile,
      security: options.security ?? 'plain-loopback',
      ...other,
    }),
  )
}

describe('a letter to a real mail server', () => {
  test.each(['tls', 'starttls', 'plain-loopback'] as const)('arrives whole over %s', async security => {
    await against({ security })
    const letter = letterOut()
    expect(await sender.send(letter, nothingFirst)).toMatchObject({ kind: 'sent' })
    const [arrived] = sink.letters()
    expect(arrived).toMatchObject({
      from: 'postfach@kreis.example',
      to: ['erika@post.example'],
      secure: security !== 'plain-loopback',
    })
    expect(arrived!.headers).toMatchObject({
      'message-id': letter.messageId,
      'auto-submitted': 'auto-replied',
    })
    expect(sink.timesAccepted(letter.messageId)).toBe(1)
  })

  test('is signed in for, with a password or with an access token', async () => {
    await against({ security: 'tls', login }, { signIn: { kind: 'password', ...login } })
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    const { user } = login
    const withToken = createSender(
      plainSettings(sink.port, {
        host: sink.host,
        caFile: sink.caFile,
        security: 'tls',
        signIn: { kind: 'token', user, accessToken: async () => login.password },
      }),
    )
    expect(await withToken.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    await withToken.stop()
    expect(sink.letters().map(letter => letter.user)).toEqual([user, user])
  })

  test('waits when the sign-in is refused, and the next letters do not knock again', async () => {
    await against(
      { security: 'tls', login },
      { signIn: { kind: 'password', user: login.user, password: 'falsch' } },
    )
    expect(await sender.check()).toBe(
      'Der Mailserver für ausgehende Briefe nimmt nichts an (Anmeldung abgelehnt: 535 5.7.8 sign-in refused). Bitte die Zeilen KLA_SMTP_ prüfen.',
    )
    const before = (sink as Awaited<ReturnType<typeof startSmtpSink>>).connections()
    for (let index = 0; index < 5; index++)
      expect(await sender.send(letterOut(), nothingFirst)).toEqual({
        kind: 'later',
        reason: 'Anmeldung abgelehnt: 535 5.7.8 sign-in refused',
      })
    expect((sink as Awaited<ReturnType<typeof startSmtpSink>>).connections()).toBe(before + 1)
    expect(sink.letters()).toHaveLength(0)
  })

  test('does not leave when the certificate is of an unknown authority', async () => {
    await against({ security: 'tls' }, { caFile: undefined })
    expect(await sender.send(letterOut(), nothingFirst)).toEqual({
      kind: 'later',
      reason: 'Zertifikat des Mailservers nicht vertrauenswürdig',
    })
  })

  test('does not leave unencrypted when the server has no STARTTLS, nor in plain text to another machine', async () => {
    await against({ security: 'plain-loopback' }, { security: 'starttls' })
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'later' })
    const far = createSender(plainSettings(25, { host: 'mail.kreis.example' }))
    expect(await far.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'later' })
    expect(sink.letters()).toHaveLength(0)
  })

  test('check finds a good server good', async () => {
    await against({ security: 'starttls', login }, { signIn: { kind: 'password', ...login } })
    expect(await sender.check()).toBeNull()
  })
})

describe('the sink in a process of its own', () => {
  test('counts a letter as accepted although the sender never heard of it', async () => {
    sink = await startSmtpSinkProcess({})
    sender = createSender(plainSettings(sink.port, { finalAnswerSeconds: 0.5 }))
    const [cut, hung, slow] = [letterOut(), letterOut(), letterOut()]
    await sink.behave({ kind: 'cut' })
    expect(await sender.send(cut, nothingFirst)).toMatchObject({ kind: 'uncertain' })
    await sink.behave({ kind: 'hang' })
    expect(await sender.send(hung, nothingFirst)).toMatchObject({ kind: 'uncertain' })
    await sink.behave({ kind: 'slow', milliseconds: 100 })
    expect(await sender.send(slow, nothingFirst)).toMatchObject({ kind: 'sent' })
    await sink.behave({ kind: 'refuse', at: 'end', code: 451 })
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'later' })
    expect([cut, hung, slow].map(letter => sink.timesAccepted(letter.messageId))).toEqual([1, 0, 1])
  })
})
