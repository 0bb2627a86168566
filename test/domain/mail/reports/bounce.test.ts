import { describe, expect, test } from 'vitest'
import { deliveryReport } from '../../../../src/domain/mail/reports/bounce.ts'
import { letterIn, letterWith } from '../../../mails/letterIn.ts'

describe('a delivery report', () => {
  test('of RFC 3464 names the address, the status class and our letter', async () => {
    expect(deliveryReport(await letterIn('unzustellbar-rfc3464'))).toEqual({
      kind: 'failed',
      permanent: true,
      recipients: [
        { address: 'weg@web.example', status: '5.1.1', kind: 'failed', permanent: true, badAddress: true },
      ],
      citedMessageIds: ['<brief-17@kreis.example>'],
    })
  })

  test('of a delay is no failure, and cites our letter from its returned headers', async () => {
    expect(deliveryReport(await letterIn('verzoegert-rfc3464'))).toEqual({
      kind: 'delayed',
      permanent: false,
      recipients: [
        {
          address: 'voll@web.example',
          status: '4.2.2',
          kind: 'delayed',
          permanent: false,
          badAddress: false,
        },
      ],
      citedMessageIds: ['<brief-20@kreis.example>'],
    })
  })

  test.each([
    ['unzustellbar-exim', '<brief-18@kreis.example>'],
    ['unzustellbar-qmail', '<brief-19@kreis.example>'],
  ])('in the old form %s is understood', async (name, messageId) => {
    const report = deliveryReport(await letterIn(name))
    expect(report).toMatchObject({ kind: 'failed', permanent: true, citedMessageIds: [messageId] })
    expect(report?.recipients.map(recipient => recipient.address)).toContain('weg@web.example')
  })

  test.each([
    ['unzustellbar-exchange-deutsch', 'weg@schule.example', '5.1.10', '<brief-21@kreis.example>'],
    ['unzustellbar-gmail-deutsch', 'weg@post.example', '5.1.1', '<brief-22@kreis.example>'],
    ['unzustellbar-gmx', 'weg@web.example', null, '<brief-23@kreis.example>'],
    ['unzustellbar-t-online', 'weg@leitung.example', null, '<brief-24@kreis.example>'],
  ])('%s names the address for good, and the letter', async (name, address, status, messageId) => {
    expect(deliveryReport(await letterIn(name))).toEqual({
      kind: 'failed',
      permanent: true,
      recipients: [{ address, status, kind: 'failed', permanent: true, badAddress: true }],
      citedMessageIds: [messageId],
    })
  })

  test('of a full mailbox is permanent by its code, but nothing is wrong with the address', async () => {
    const report = deliveryReport(await letterIn('voll-rfc3464'))
    expect(report).toMatchObject({ kind: 'failed', permanent: true })
    expect(report?.recipients).toMatchObject([{ address: 'voll@web.example', badAddress: false }])
  })

  test('of a delay in German words alone is a delay', async () => {
    expect(deliveryReport(await letterIn('verzoegert-exchange-deutsch'))).toMatchObject({
      kind: 'delayed',
      permanent: false,
      recipients: [{ address: 'langsam@schule.example' }],
      citedMessageIds: ['<brief-26@kreis.example>'],
    })
  })

  test.each([
    ['Zugestellt: Ihre Nachricht', 'delivered'],
    ['Delivery Status Notification (Success)', 'delivered'],
    ['Warning: message 1rx9 delayed 24 hours', 'delayed'],
    ['Benachrichtigung über Zustellungsstatus (Verzögerung)', 'delayed'],
    ['Unzustellbare Nachricht', 'failed'],
    ['ÜBERMITTLUNGSFEHLER: Der Nutzer ist nicht verzeichnet', 'failed'],
    ['Undelivered Mail Returned to Sender', 'failed'],
  ] as const)('with the subject „%s“ says %s', (subject, kind) => {
    const from = { name: '', address: 'mailer-daemon@web.example' }
    expect(
      deliveryReport(letterWith({ from, subject, text: 'An: weg@web.example', headers: {} }))?.kind,
    ).toBe(kind)
  })

  test('says of several addresses what became of each', () => {
    const text = [
      'Reporting-MTA: dns; mx.web.example',
      '',
      'Final-Recipient: rfc822; a@web.example',
      'Action: delivered',
      'Status: 2.0.0',
      'Final-Recipient: rfc822; b@other.example',
      'Original-Recipient: rfc822; b@web.example',
      'Action: failed',
      'Status: 5.7.1',
      'Diagnostic-Code: smtp; 550 5.7.1 message refused by policy',
    ].join('\r\n')
    const report = deliveryReport(
      letterWith({
        from: { name: '', address: 'mailer-daemon@web.example' },
        enclosed: [{ contentType: 'message/delivery-status', text }],
      }),
    )
    expect(report).toMatchObject({
      kind: 'failed',
      permanent: true,
      recipients: [
        { address: 'a@web.example', kind: 'delivered' },
        { address: 'b@other.example', original: 'b@web.example', kind: 'failed', badAddress: false },
      ],
    })
  })

  test('speaks of the letter that it returns, not of all that the conversation held before', () => {
    const cited = deliveryReport(
      letterWith({
        from: { name: '', address: 'mailer-daemon@web.example' },
        subject: 'Undelivered Mail Returned to Sender',
        references: ['<unser-brief@kreis.example>', '<fremd@web.example>'],
        enclosed: [{ contentType: 'message/rfc822', text: 'Message-ID: <fremd@web.example>\r\n' }],
      }),
    )?.citedMessageIds
    expect(cited).toEqual(['<fremd@web.example>'])
  })

  test('of a German provider is understood', () => {
    const report = deliveryReport(
      letterWith({
        from: { name: 'Postmaster', address: 'postmaster@web.example' },
        subject: 'Unzustellbar: Ihre Anfrage',
        text: 'Ihre Nachricht konnte nicht zugestellt werden.\n\nweg@web.example\n550 5.1.1 unbekannter Empfänger\n',
      }),
    )
    expect(report).toMatchObject({
      kind: 'failed',
      permanent: true,
      recipients: [{ address: 'weg@web.example', status: '5.1.1' }],
    })
  })
})

describe('no delivery report', () => {
  test.each(['elternfrage-zum-start-in-elmshorn', 'lesebestaetigung', 'abwesenheit-rfc3834'])(
    'is %s',
    async name => {
      expect(deliveryReport(await letterIn(name))).toBeNull()
    },
  )

  test("is a person's letter that speaks of one or encloses one", async () => {
    const spoken = letterWith({
      subject: 'Unzustellbar: warum?',
      text: 'Mail delivery failed, steht da. Warum?',
    })
    expect(deliveryReport(spoken)).toBeNull()
    const { enclosed } = await letterIn('unzustellbar-rfc3464')
    expect(deliveryReport(letterWith({ enclosed }))).toBeNull()
  })
})
