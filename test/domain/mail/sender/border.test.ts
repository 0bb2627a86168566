import { describe, expect, test } from 'vitest'
import type { TraceField } from '../../../../src/domain/mail/letter.ts'
import { authenticityByHeaders } from '../../../../src/domain/mail/sender/authenticity.ts'
import { isInside, type OwnServers } from '../../../../src/domain/mail/sender/ownServers.ts'

const own: OwnServers = { authservIds: new Set(['mx.kreis.example']), hosts: ['.intern.kreis.example'] }

const border =
  'Received: from mail.web.example (mail.web.example [203.0.113.66]) by mx.kreis.example (Postfix) with ESMTPS'
const inner =
  'Received: from mx.kreis.example (10.1.1.1) by ex1.intern.kreis.example (10.1.1.2) with Microsoft SMTP Server'
const claimed = 'Received: from x.example (x.example [192.0.2.1]) by mx.kreis.example with ESMTP'
const result = (text: string) => `Authentication-Results: mx.kreis.example; ${text}`
const pass = result('dmarc=pass header.from=schule.example')

function verdict(lines: string[], address = 'rektorat@schule.example', servers = own) {
  const trace = lines.map(line => {
    const [name, value] = [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]
    return { name, value } as TraceField
  })
  return authenticityByHeaders({ from: { name: '', address }, trace }, servers)
}

describe('the border is where a client from outside came in, whatever he calls himself', () => {
  const hop = (received: string) => isInside(received, own)
  test.each([
    [
      'Postfix',
      'from b.intern.kreis.example (unknown [203.0.113.66]) by mx.kreis.example (Postfix) with ESMTP id 5',
    ],
    [
      'Postfix, with his true name',
      'from b.intern.kreis.example (mail.web.example [203.0.113.66]) by mx.kreis.example',
    ],
    [
      'Postfix, over IPv6',
      'from b.intern.kreis.example (unknown [IPv6:2001:db8::7]) by mx.kreis.example (Postfix)',
    ],
    [
      'Exchange',
      'from b.intern.kreis.example (203.0.113.66) by ex1.intern.kreis.example (10.1.1.2) with Microsoft SMTP Server',
    ],
    ['Exim', 'from [203.0.113.66] (helo=b.intern.kreis.example) by mx.kreis.example with esmtp (Exim 4.97)'],
    [
      'Exim, with a private address as his name',
      'from [203.0.113.66] (helo=[10.1.1.1]) by mx.kreis.example with esmtp',
    ],
    [
      'Exim, with his true name',
      'from mail.web.example ([203.0.113.66] helo=[10.1.1.1]) by mx.kreis.example with esmtp',
    ],
    [
      'Exim, with a port',
      'from [203.0.113.66]:4711 (helo=b.intern.kreis.example) by mx.kreis.example with esmtp',
    ],
    [
      'Sendmail that doubts the name',
      'from x (b.intern.kreis.example [203.0.113.66] (may be forged)) by mx.kreis.example',
    ],
    [
      'Sendmail with a name from his own ident server',
      'from x (b.intern.kreis.example@mail.web.example [203.0.113.66]) by mx.kreis.example',
    ],
    ['qmail', 'from unknown (HELO b.intern.kreis.example) (203.0.113.66) by mx.kreis.example with SMTP'],
    [
      'qmail, with a private address as his name',
      'from unknown (HELO [10.1.1.1]) (203.0.113.66) by mx.kreis.example with SMTP',
    ],
    [
      'brackets in brackets in brackets',
      'from b.intern.kreis.example (x (y (z (w [203.0.113.66])))) by mx.kreis.example',
    ],
    ['an unclosed bracket', 'from b.intern.kreis.example (x [203.0.113.66] by mx.kreis.example'],
    ['a server that writes no address', 'from mail.web.example by mx.kreis.example with ESMTP id 5'],
    ['another house', 'from mx.kreis.example (mx.kreis.example [10.1.1.1]) by mx.boese.example'],
    [
      'one who calls himself a server of Microsoft',
      'from a.prod.outlook.com (2603:10a6::7) by mx.kreis.example',
    ],
  ])('%s', (_, received) => {
    expect(hop(received)).toBe(false)
    // What he forged below it counts for nothing, however well it imitates our house.
    const lies = [`Received: ${received}`, inner, pass, claimed]
    expect(verdict(lies)).toBeNull()
  })

  test.each([
    [
      'Postfix to Dovecot by LMTP',
      'from mx.kreis.example ([127.0.0.1]) by imap.intern.kreis.example with LMTP id 1',
    ],
    [
      'Dovecot without an address',
      'from mx.kreis.example by mx.kreis.example with LMTP id 1 for <a@kreis.example>',
    ],
    ['Dovecot on the same machine', 'from localhost by mx.kreis.example with LMTP id 1'],
    [
      'Postfix in the house',
      'from whatever.local (unknown [10.1.1.1]) by mx.kreis.example (Postfix) with ESMTP id 4',
    ],
    [
      'Postfix over the open net, verified',
      'from x (b.intern.kreis.example [198.51.100.7]) by mx.kreis.example (Postfix)',
    ],
    [
      'Exim over the open net, verified',
      'from b.intern.kreis.example ([198.51.100.7] helo=x) by mx.kreis.example with esmtp',
    ],
    [
      'Exchange in the house',
      'from EX2.intern.kreis.example (10.1.1.1) by EX1.intern.kreis.example (10.1.1.2) with Microsoft SMTP Server',
    ],
    [
      'Exchange over IPv6 in the house',
      'from EX2.intern.kreis.example (fd00::7) by EX1.intern.kreis.example (fd00::8) with Microsoft SMTP Server',
    ],
    ['a local programme', 'by mx.kreis.example (Postfix, from userid 0) id 4'],
  ])('while a hop between our own servers is none: %s', (_, received) => {
    expect(hop(received)).toBe(true)
    expect(verdict([`Received: ${received}`, border, pass])).toBe('pass')
  })

  test('a server of ours with a public address and no verified name can be named by its address', () => {
    const received = 'from EX2.intern.kreis.example (198.51.100.7) by EX1.intern.kreis.example (10.1.1.2)'
    expect(hop(received)).toBe(false)
    expect(isInside(received, { ...own, hosts: [...own.hosts, '198.51.100.7'] })).toBe(true)
  })
})
