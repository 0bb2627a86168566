import { describe, expect, test } from 'vitest'
import type { TraceField } from '../../../../src/domain/mail/letter.ts'
import {
  authenticityByHeaders,
  namesSeveralSenders,
} from '../../../../src/domain/mail/sender/authenticity.ts'
import type { OwnServers } from '../../../../src/domain/mail/sender/ownServers.ts'
import { readReceived } from '../../../../src/domain/mail/sender/received.ts'

const own: OwnServers = { authservIds: new Set(['mx.kreis.example']), hosts: ['.intern.kreis.example'] }

const lmtp =
  'Received: from mx.kreis.example ([127.0.0.1]) by mx.kreis.example with LMTP id 1 for <a@kreis.example>'
const border =
  'Received: from mail.web.example (mail.web.example [203.0.113.66]) by mx.kreis.example (Postfix) with ESMTPS'
const inner =
  'Received: from mx.kreis.example (10.1.1.1) by ex1.intern.kreis.example (10.1.1.2) with Microsoft SMTP Server'
const claimed = 'Received: from x.example (x.example [192.0.2.1]) by mx.kreis.example with ESMTP'
const result = (text: string) => `Authentication-Results: mx.kreis.example; ${text}`
const pass = result('dmarc=pass header.from=schule.example')
const fail = result('dmarc=fail (p=REJECT) header.from=schule.example')

function verdict(lines: string[], address = 'rektorat@schule.example', servers = own) {
  const trace = lines.map(line => {
    const [name, value] = [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]
    return { name, value } as TraceField
  })
  return authenticityByHeaders({ from: { name: '', address }, trace }, servers)
}

describe('what our own server wrote is believed', () => {
  test.each([
    ['above all hops', [pass, border]],
    ['directly below the border, where milters write', [border, pass]],
    ['behind the delivery into the mailbox', [lmtp, border, pass]],
    ['behind several servers of the house', [lmtp.replace('127.0.0.1', '10.1.1.3'), inner, border, pass]],
  ])('%s', (_, lines) => {
    expect(verdict(lines)).toBe('pass')
    expect(verdict(lines.map(line => (line === pass ? fail : line)))).toBe('fail')
  })
})

describe('what a forger wrote is not', () => {
  test.each([
    ['below the first hop that is not ours', [border, 'Received: from a by b.example', pass]],
    ['below a Received that calls itself ours', [border, claimed, pass]],
    ['below a chain of them', [border, lmtp, inner, pass]],
    ['under another name', [pass.replace('mx.kreis', 'mx.boese'), border]],
    ['under a name that only looks like ours', [pass.replace('mx.kreis', 'mx.kreis.example.boese'), border]],
    [
      'with our name in a comment',
      [result('x').replace('mx.kreis.example; x', 'boese.example (mx.kreis.example); dmarc=pass'), border],
    ],
    ['in a letter that came through no server', [pass]],
    ['as ARC', [`ARC-Authentication-Results: i=1; mx.kreis.example; dmarc=pass`, border]],
  ])('%s', (_, lines) => {
    expect(verdict(lines)).toBeNull()
  })

  test('but a "fail" is believed anywhere, as long as nothing stands in a better place', () => {
    expect(verdict([border, 'Received: from a by b.example', fail])).toBe('fail')
    expect(verdict([fail])).toBe('fail')
    expect(verdict([border, pass, claimed, fail])).toBe('pass')
    expect(verdict([border, claimed, fail, pass])).toBe('fail')
  })

  test('beside ours: the topmost of each method counts, and a failure is never outvoted', () => {
    expect(verdict([border, fail, pass])).toBe('fail')
    expect(verdict([fail, border, pass, pass])).toBe('fail')
    expect(verdict([border, result('spf=pass smtp.mailfrom=post@boese.example; dkim=none'), pass])).toBe(
      'unknown',
    )
    expect(verdict([border, result('dkim=none'), result('dkim=pass header.d=schule.example')])).toBe(
      'unknown',
    )
  })
})

describe('what stands directly below the border never lifts what stands higher', () => {
  const doubted = 'spf=fail smtp.mailfrom=rektorat@schule.example'
  const lies = ['dkim=pass header.d=schule.example', 'dmarc=pass header.from=schule.example'].map(result)
  const wholeLie = result(
    'dkim=pass header.d=schule.example; spf=pass smtp.mailfrom=schule.example; dmarc=pass header.from=schule.example',
  )
  test.each([
    doubted,
    `${doubted}; dmarc=none`,
    `${doubted}; dkim=none; dmarc=none header.from=schule.example`,
  ])('a failure stays one: %s', said => {
    for (const lie of [...lies, wholeLie]) {
      expect(verdict([result(said), border, lie])).toBe('fail')
      expect(verdict([result(said), lmtp, border, lie])).toBe('fail')
      expect(verdict([border, result(said), lie])).toBe('fail')
      expect(verdict([border, result(said), lie, lie])).toBe('fail')
    }
  })

  test('a doubt above the border stays a doubt', () => {
    expect(verdict([result('dkim=none; spf=softfail smtp.mailfrom=schule.example'), border, wholeLie])).toBe(
      'unknown',
    )
    expect(verdict([result('none'), border, wholeLie])).toBe('unknown')
  })

  test('but it can make it worse', () => {
    expect(verdict([result('dkim=pass header.d=schule.example'), border, fail])).toBe('fail')
    expect(verdict([border, result('dkim=pass header.d=schule.example'), fail])).toBe('fail')
  })

  test('several checks of one server, each in a header of its own, count together', () => {
    const spf = result(doubted)
    const dkim = result('dkim=pass header.d=schule.example')
    expect(verdict([spf, dkim, border])).toBe('pass')
    expect(verdict([pass, spf, dkim, border])).toBe('pass')
    expect(verdict([border, pass, spf, dkim])).toBe('pass')
    expect(verdict([border, result('dkim=none'), result('spf=pass smtp.mailfrom=a@schule.example')])).toBe(
      'pass',
    )
  })
})

describe('without DMARC', () => {
  test.each([
    ['the domain’s own signature passes', 'dmarc=none; dkim=pass header.d=schule.example', 'pass'],
    ['also of a part of it', 'dkim=pass header.i=@mail.schule.example', 'pass'],
    [
      'one of several signatures is enough',
      'dkim=fail header.d=schule.example; dkim=pass header.d=schule.example',
      'pass',
    ],
    ['the domain’s own server passes', 'spf=pass smtp.mailfrom=bounce@schule.example', 'pass'],
    [
      'EOP writes the domain alone',
      'spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=schule.example; dmarc=bestguesspass',
      'pass',
    ],
    [
      'a stranger’s signature proves the stranger',
      'dkim=pass header.d=boese.example; spf=pass smtp.mailfrom=boese.example',
      'unknown',
    ],
    ['a name that ends alike is another one', 'dkim=pass header.d=grundschule.example', 'unknown'],
    ['a whole country proves nobody', 'dkim=pass header.d=example', 'unknown'],
    ['a broken signature is as none (RFC 6376 section 6.1)', 'dkim=fail header.d=schule.example', 'unknown'],
    [
      'the domain itself says that the server is none of its own',
      'spf=fail smtp.mailfrom=rektorat@schule.example; dkim=none',
      'fail',
    ],
    [
      'but a signature outlives a forwarding server',
      'spf=fail smtp.mailfrom=rektorat@schule.example; dkim=pass header.d=schule.example',
      'pass',
    ],
    ['"softfail" is a doubt', 'spf=softfail smtp.mailfrom=rektorat@schule.example', 'unknown'],
    ['SPF of another sender says nothing', 'spf=fail smtp.mailfrom=x@weiterleitung.example', 'unknown'],
    [
      'a server that could not ask says nothing',
      'dmarc=temperror; spf=temperror smtp.mailfrom=a@schule.example',
      'unknown',
    ],
    ['DMARC of another From says nothing', 'dmarc=pass header.from=boese.example', 'unknown'],
    ['nothing found', 'none', 'unknown'],
  ])('%s', (_, text, expected) => {
    expect(verdict([border, result(text)])).toBe(expected)
  })
})

test('Exchange Online leaves its name out; who says so believes it, in its place only', () => {
  const servers: OwnServers = { authservIds: new Set(['']), hosts: ['.outlook.com'] }
  const hop =
    'Received: from AM0PR1.eurprd04.prod.outlook.com (2603:10a6:208::20) by AS8PR2.eurprd04.prod.outlook.com (2603:10a6:20b::1) with HTTPS'
  const edge =
    'Received: from mail.web.example (203.0.113.66) by AM7EUR06.mail.protection.outlook.com (10.233.1.1) with Microsoft SMTP Server'
  const said =
    'Authentication-Results: spf=fail (sender IP is 203.0.113.66) smtp.mailfrom=schule.example; dkim=none header.d=none;dmarc=fail action=oreject header.from=schule.example;compauth=fail reason=000'
  expect(verdict([hop, edge, said], undefined, servers)).toBe('fail')
  const passed = said.replace('spf=fail', 'spf=pass').replace('dmarc=fail', 'dmarc=pass')
  expect(verdict([hop, edge, passed], undefined, servers)).toBe('pass')
  expect(verdict([hop, edge, claimed, passed], undefined, servers)).toBeNull()
  expect(verdict([hop, edge, said])).toBeNull()
})

test('a From with two addresses proves neither; one that repeats its address as a name is one', () => {
  expect(namesSeveralSenders('rektorat@schule.example, post@boese.example')).toBe(true)
  expect(namesSeveralSenders('rektorat@schule.example <post@boese.example>')).toBe(true)
  expect(namesSeveralSenders('rektorat@schule.example\npost@boese.example')).toBe(true)
  expect(namesSeveralSenders('"post@boese.example" <rektorat@schule.example>')).toBe(false)
  expect(namesSeveralSenders('Rektorat@schule.example <rektorat@schule.example>')).toBe(false)
})

test.each([
  [
    'Postfix',
    'from mail.web.example (mail.web.example [203.0.113.66]) by mx.kreis.example (Postfix) with ESMTPS id 4; Mon, 22 Apr 2024',
    'mail.web.example',
    'mx.kreis.example',
    '203.0.113.66',
  ],
  [
    'Exim with a claim in brackets',
    'from [203.0.113.66] (helo=mx.kreis.example [192.0.2.9]) by mx.kreis.example with esmtp',
    '[203.0.113.66]',
    'mx.kreis.example',
    '192.0.2.9',
  ],
  [
    'IPv6',
    'from a.example (a.example [IPv6:2001:db8::7]) by mx.kreis.example',
    'a.example',
    'mx.kreis.example',
    '2001:db8::7',
  ],
  [
    'Exchange',
    'from A.intern.kreis.example (10.1.1.1) by B.intern.kreis.example (10.1.1.2) with SMTP',
    'a.intern.kreis.example',
    'b.intern.kreis.example',
    '10.1.1.1',
  ],
  [
    'Dovecot',
    'from mx.kreis.example by mx.kreis.example with LMTP id x',
    'mx.kreis.example',
    'mx.kreis.example',
    null,
  ],
  ['Postfix from a pipe', 'by mx.kreis.example (Postfix, from userid 0) id 4', '', 'mx.kreis.example', null],
])('a Received of %s', (_, value, from, by, clientIp) => {
  expect(readReceived(value)).toMatchObject({ from, by, clientIp })
})
