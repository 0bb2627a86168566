import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSenderCheck } from '../../../src/adapters/mailauth/createSenderCheck.ts'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import type { OwnServers } from '../../../src/domain/mail/sender/ownServers.ts'
import { type NameServer, startNameServer } from '../../peers/dns.ts'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const key = `v=DKIM1; k=rsa; p=${keys.publicKey.replace(/-----[^-]+-----|\s/g, '')}`
const zone = () => ({
  'TXT s1._domainkey.schule.example': [key],
  'TXT s1._domainkey.boese.example': [key],
  'TXT s1._domainkey.ohne.example': [key],
  'TXT _dmarc.schule.example': ['v=DMARC1; p=reject'],
  'TXT _dmarc.nachsichtig.example': ['v=DMARC1; p=none'],
  'TXT schule.example': ['v=spf1 ip4:198.51.100.7 -all'],
  'TXT ohne.example': ['v=spf1 ip4:198.51.100.7 -all'],
  'TXT boese.example': ['v=spf1 ip4:203.0.113.66 -all'],
})

let server: NameServer
beforeAll(async () => {
  server = await startNameServer(zone())
})
afterAll(() => server.stop())
beforeEach(() => {
  server.silent = false
  server.asked = []
})

const ours: OwnServers = { authservIds: new Set(), hosts: ['mx.kreis.example'] }
const nobody: OwnServers = { authservIds: new Set(), hosts: [] }

const body = 'Guten Tag,\r\n\r\nwir haben noch eine Frage.\r\n'
function head(from: string): string {
  return `From: Rektorat <${from}>\r\nTo: klassenassistenz@kreis.example\r\nSubject: Frage\r\nDate: Mon, 22 Apr 2024 08:41:00 +0200\r\nMessage-ID: <1@schule.example>\r\n`
}
/** Where it came in: our border, from this client, with this envelope sender. */
function arrival(clientIp: string, sender: string): string {
  return `Return-Path: <${sender}>\r\nReceived: from mail.example (mail.example [${clientIp}]) by mx.kreis.example (Postfix) with ESMTPS;\r\n Mon, 22 Apr 2024 08:41:03 +0200\r\n`
}
const fromSchool = arrival('198.51.100.7', 'rektorat@schule.example')
const fromEvil = arrival('203.0.113.66', 'post@boese.example')

async function signed(domain: string, mail: string, more: object = {}): Promise<string> {
  const { signatures } = await dkimSign(mail, {
    signatureData: [
      {
        signingDomain: domain,
        selector: 's1',
        privateKey: keys.privateKey,
        canonicalization: 'relaxed/relaxed',
        ...more,
      },
    ],
  } as unknown as Parameters<typeof dkimSign>[1])
  return signatures + mail
}

async function check(mail: string, own = ours, more: object = {}) {
  const raw = Buffer.from(mail)
  const asked = createSenderCheck({ own, servers: [server.address], ...more })
  return asked.check(raw, await readLetter(raw))
}

const letter = `${head('rektorat@schule.example')}\r\n${body}`

describe('a letter of a domain that asks to reject what is not its own', () => {
  test('passes with the signature of the domain, wherever it came from', async () => {
    expect(await check(fromEvil + (await signed('schule.example', letter)))).toBe('pass')
    expect(await check(await signed('schule.example', letter), nobody)).toBe('pass')
  })

  test('passes with the domain’s own server, without any signature', async () => {
    expect(await check(fromSchool + letter)).toBe('pass')
  })

  test('fails when its text was changed after signing', async () => {
    const changed = (await signed('schule.example', letter)).replace(
      'noch eine Frage',
      'eine neue Bankverbindung',
    )
    expect(await check(fromEvil + changed)).toBe('fail')
  })

  test('fails when only a stranger’s domain signed it and sent it, both in perfect order', async () => {
    expect(await check(fromEvil + (await signed('boese.example', letter)))).toBe('fail')
  })

  test('fails without signature from a stranger’s server, also where nobody said which server is ours', async () => {
    expect(await check(fromEvil + letter)).toBe('fail')
    expect(await check(fromEvil + letter, nobody)).toBe('fail')
    expect(await check(arrival('203.0.113.66', 'rektorat@schule.example') + letter)).toBe('fail')
  })

  test('is not called forged for a hop that could be the domain’s own, nor proved by one that a forger may have added', async () => {
    const added =
      arrival('203.0.113.66', 'rektorat@schule.example') +
      arrival('198.51.100.7', 'x').split('\r\n').slice(1).join('\r\n')
    expect(await check(added + letter, nobody)).toBe('unknown')
    // Where our border is known, the added line is not looked at.
    expect(await check(added + letter, ours)).toBe('fail')
  })

  test('is not proved by a stranger who calls his server like ours', async () => {
    const hello = `Return-Path: <rektorat@schule.example>\r\nReceived: from mx.kreis.example (unknown [203.0.113.66]) by mx.kreis.example with ESMTP; Mon, 22 Apr 2024 08:41:03 +0200\r\nReceived: from mail.schule.example (mail.schule.example [198.51.100.7]) by mx.kreis.example with ESMTP; Mon, 22 Apr 2024 08:41:02 +0200\r\n`
    expect(await check(hello + letter)).toBe('unknown')
  })

  test('is not proved by a signature that leaves the end of the text open', async () => {
    const open = `${await signed('schule.example', letter, { maxBodyLength: body.length })}Und überweisen Sie bitte an …\r\n`
    expect(await check(fromEvil + open)).toBe('fail')
  })

  test('is not drowned in signatures: a handful are looked at, none of strangers', async () => {
    const many = Array.from(
      { length: 500 },
      (_, i) =>
        `DKIM-Signature: v=1; a=rsa-sha256; d=d${i}.fremd.example; s=s${i}; h=from; bh=AAAA; b=AAAA\r\n`,
    ).join('')
    expect(await check(fromEvil + many + letter)).toBe('fail')
    expect(server.asked.filter(name => name.includes('fremd'))).toEqual([])
  })
})

describe('a domain without policy', () => {
  const mail = `${head('amt@ohne.example')}\r\n${body}`
  test('passes by its signature or its server', async () => {
    expect(await check(await signed('ohne.example', mail))).toBe('pass')
    expect(await check(arrival('198.51.100.7', 'amt@ohne.example') + mail)).toBe('pass')
  })
  test('fails where it says itself that the server is none of its own', async () => {
    expect(await check(arrival('203.0.113.66', 'amt@ohne.example') + mail)).toBe('fail')
  })
  test('is unknown otherwise', async () => {
    expect(await check(fromEvil + mail)).toBe('unknown')
  })
  test('that watches only (p=none) is never called forged', async () => {
    expect(await check(`${fromEvil}${head('amt@nachsichtig.example')}\r\n${body}`)).toBe('unknown')
  })
})

describe('a DNS that is away', () => {
  test('makes every sender unknown, within the time limit, and is not waited for again and again', async () => {
    server.silent = true
    const mail = fromEvil + (await signed('schule.example', letter))
    const raw = Buffer.from(mail)
    const asking = createSenderCheck({ own: ours, servers: [server.address], timeoutMs: 1_500 })
    const read = await readLetter(raw)
    const begin = performance.now()
    expect(await asking.check(raw, read)).toBe('unknown')
    expect(performance.now() - begin).toBeLessThan(10_000)
    const all = performance.now()
    for (let i = 0; i < 50; i++) expect(await asking.check(raw, read)).toBe('unknown')
    expect(performance.now() - all).toBeLessThan(20_000)
    expect(await asking.test()).toMatch(/antwortet nicht/)
  })

  test('that answers is said to answer', async () => {
    expect(await createSenderCheck({ own: ours, servers: [server.address] }).test()).toBeNull()
  })
})

test('a large body made to be slow is given up in time and holds up nobody else', async () => {
  const mail = fromEvil + (await signed('schule.example', letter)) + ' \n'.repeat(12_000_000)
  const raw = Buffer.from(mail)
  let longestGap = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    longestGap = Math.max(longestGap, performance.now() - last)
    last = performance.now()
  }, 10)
  const begin = performance.now()
  const asking = createSenderCheck({ own: ours, servers: [server.address], timeoutMs: 1_000 })
  const result = await asking.check(raw, await readLetter(Buffer.from(letter)))
  const took = performance.now() - begin
  clearInterval(ticking)
  expect(result).toBe('unknown')
  expect(took).toBeLessThan(15_000)
  expect(longestGap).toBeLessThan(4_000)
})
