import { describe, expect, test } from 'vitest'
import { deliveryReport } from '../../../src/domain/mail/bounce.ts'
import { letterIn, letterWith } from '../../mails/letterIn.ts'

describe('a delivery report', () => {
  test('of RFC 3464 names the address, the status class and our letter', async () => {
    expect(deliveryReport(await letterIn('unzustellbar-rfc3464'))).toEqual({
      kind: 'failed',
      permanent: true,
      recipients: [{ address: 'weg@web.example', status: '5.1.1' }],
      citedMessageIds: ['<brief-17@kreis.example>'],
    })
  })

  test('of a delay is no failure, and cites our letter from its returned headers', async () => {
    expect(deliveryReport(await letterIn('verzoegert-rfc3464'))).toEqual({
      kind: 'delayed',
      permanent: false,
      recipients: [{ address: 'voll@web.example', status: '4.2.2' }],
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
