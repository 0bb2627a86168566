import { afterEach, describe, expect, test } from 'vitest'
import { createSender, type Sender } from '../../../src/adapters/smtp/createSender.ts'
import { letterBytes } from '../../../src/adapters/smtp/letterBytes.ts'
import { type ScriptedSmtp, type SmtpScript, startScriptedSmtp } from '../../peers/scriptedSmtp.ts'
import { letterOut, nothingFirst, plainSettings } from './letters.ts'

let peer: ScriptedSmtp
let sender: Sender
afterEach(async () => {
  await sender.stop()
  await peer.stop()
})

async function against(script: SmtpScript): Promise<void> {
  peer = await startScriptedSmtp(script)
  sender = createSender(plainSettings(peer.port, { answerSeconds: 0.5, finalAnswerSeconds: 0.5 }))
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

describe('the end mark', () => {
  test('is not sent before the caller has agreed, although the server has all the rest', async () => {
    await against({})
    const letter = letterOut({ text: 'Zeile\n'.repeat(200_000) })
    let seen = ''
    const result = await sender.send(letter, async () => {
      await pause(150)
      expect(peer.hasEndMark()).toBe(false)
      seen = peer.content()
    })
    expect(result).toEqual({ kind: 'sent', response: '250 2.0.0 taken' })
    expect(peer.hasEndMark()).toBe(true)
    const written = await letterBytes(letter)
    const whole = (written as { bytes: Buffer }).bytes.toString('latin1').replace(/^\./gm, '..')
    expect(seen).toBe(whole)
    expect(peer.content()).toBe(`${whole}.\r\n`)
  })

  test('is never sent when the caller objects, and the caller gets the objection back', async () => {
    await against({})
    const objection = new Error('the letter is in other hands')
    await expect(sender.send(letterOut(), () => Promise.reject(objection))).rejects.toBe(objection)
    await pause(50)
    expect(peer.content()).toContain('Message-ID')
    expect(peer.hasEndMark()).toBe(false)
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
  })

  test('is not sent any more when the line broke while the caller was thinking', async () => {
    await against({})
    const order: string[] = []
    const result = await sender.send(letterOut(), async () => {
      peer.dropAll()
      await pause(100)
      order.push('caller done')
    })
    order.push('result')
    expect(result).toMatchObject({ kind: 'later', reason: 'keine Verbindung' })
    expect(order).toEqual(['caller done', 'result'])
  })
})

describe('a failure before the end mark leaves no doubt', () => {
  test.each<[string, SmtpScript, string, string]>([
    ['a server that says nothing', { greeting: null }, 'later', 'keine Antwort'],
    ['a server that is busy', { greeting: '421 4.3.2 busy' }, 'later', '421 4.3.2 busy'],
    ['a server that serves nobody', { greeting: '554 5.3.2 no service' }, 'later', '554'],
    ['a sender put off', { mail: '451 4.7.1 greylisted' }, 'later', 'greylisted'],
    ['a sender refused', { mail: '550 5.7.1 not you' }, 'refused', 'not you'],
    [
      'a sign-in that is wanted',
      { mail: '530 5.7.0 Authentication required' },
      'later',
      'Authentication required',
    ],
    ['a recipient put off', { rcpt: '452 4.2.2 mailbox full' }, 'later', 'mailbox full'],
    [
      'a recipient unknown',
      { rcpt: '550 5.1.1 <erika@post.example> unknown' },
      'refused',
      '550 5.1.1 … unknown',
    ],
    ['content put off', { data: '451 4.3.0 try later' }, 'later', 'try later'],
    ['content refused', { data: '554 5.6.0 no' }, 'refused', '554 5.6.0 no'],
    ['no answer to the recipient', { rcpt: null }, 'later', 'keine Antwort'],
    [
      'a shutdown within the letter',
      { atContent: socket => socket.end('421 4.3.2 bye\r\n') },
      'later',
      '421',
    ],
    [
      'a refusal within the letter',
      { atContent: socket => socket.end('552 5.3.4 too big\r\n') },
      'refused',
      '552',
    ],
    ['a line cut within the letter', { atContent: socket => socket.destroy() }, 'later', 'keine Verbindung'],
    [
      'a yes that comes too early',
      { atContent: socket => socket.write('250 taken?\r\n') },
      'later',
      'vor dem Ende',
    ],
    ['a letter above the size limit', { ehlo: '250-peer\r\n250 SIZE 100' }, 'refused', 'größer'],
  ])('%s', async (_what, script, kind, reason) => {
    await against(script)
    const slowly = () => pause(50)
    const result = await sender.send(letterOut(), slowly)
    expect(result.kind).toBe(kind)
    expect(result).toHaveProperty('reason', expect.stringContaining(reason))
    expect(peer.hasEndMark()).toBe(false)
  })

  test('a server that is not there', async () => {
    await against({})
    await peer.stop()
    expect(await sender.send(letterOut(), nothingFirst)).toEqual({
      kind: 'later',
      reason: 'keine Verbindung',
    })
  })
})

describe('a failure after the end mark', () => {
  test.each<[string, SmtpScript['end'], string, string]>([
    ['put off is not taken', '451 4.3.0 try later', 'later', 'try later'],
    ['refused is not taken', '550 5.7.1 spam', 'refused', 'spam'],
    ['a server that shuts down has not taken it', '421 4.3.2 bye', 'later', 'bye'],
    ['silence leaves it open', null, 'uncertain', 'keine Antwort'],
    ['a cut line leaves it open', 'cut', 'uncertain', 'keine Verbindung'],
    ['an answer that is none leaves it open', 'hm', 'uncertain', 'hm'],
  ])('%s', async (_what, end, kind, reason) => {
    await against(end === undefined ? {} : { end })
    const result = await sender.send(letterOut(), nothingFirst)
    expect(result.kind).toBe(kind)
    expect(result).toHaveProperty('reason', expect.stringContaining(reason))
    expect(peer.hasEndMark()).toBe(true)
  })
})

describe('connections', () => {
  test('are used again for the next letter', async () => {
    await against({})
    for (let index = 0; index < 5; index++)
      expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    expect(peer.connections()).toBe(1)
  })

  test('that died while idle cost the next letter nothing, whether or not that is known yet', async () => {
    await against({})
    await sender.send(letterOut(), nothingFirst)
    peer.dropAll()
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    peer.dropAll()
    await pause(50)
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
    expect(peer.connections()).toBe(3)
  })

  test('that the server ends with 421 as it takes the next letter are replaced', async () => {
    await against({})
    await sender.send(letterOut(), nothingFirst)
    peer.script.mail = '421 4.4.2 idle too long'
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'later' })
    expect(peer.connections()).toBe(2)
    delete peer.script.mail
    expect(await sender.send(letterOut(), nothingFirst)).toMatchObject({ kind: 'sent' })
  })

  test('are at most three at the same time, and every letter gets through', async () => {
    await against({})
    let now = 0
    let most = 0
    const results = await Promise.all(
      Array.from({ length: 12 }, () =>
        sender.send(letterOut(), async () => {
          most = Math.max(most, ++now)
          await pause(20)
          now--
        }),
      ),
    )
    expect(results.every(result => result.kind === 'sent')).toBe(true)
    expect(most).toBe(3)
    expect(peer.connections()).toBe(3)
  })
})
