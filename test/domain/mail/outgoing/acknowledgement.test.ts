import { describe, expect, test } from 'vitest'
import { mayAcknowledge } from '../../../../src/domain/mail/outgoing/acknowledgement.ts'
import { letterIn, letterWith } from '../../../mails/letterIn.ts'

const office = { live: true, ownAddresses: ['klassenassistenz@kreis.example', 'ka@kreis.example'] }

describe('an acknowledgement goes to', () => {
  test('the author', async () => {
    const letter = await letterIn('elternfrage-zum-start-in-elmshorn')
    expect(mayAcknowledge(letter, office)).toEqual({ yes: true, to: 'joerdis.petersen@web.example' })
  })

  test('a Reply-To in the same domain', () => {
    const letter = letterWith({ replyTo: [{ name: '', address: 'sekretariat@mail.example' }] })
    expect(mayAcknowledge(letter, office)).toEqual({ yes: true, to: 'sekretariat@mail.example' })
  })

  test.each([
    'gmail.com',
    'googlemail.com',
    'gmx.net',
    'gmx.at',
    'web.de',
    't-online.de',
    'outlook.com',
    'outlook.de',
    'hotmail.co.uk',
    'live.de',
    'yahoo.co.uk',
    'icloud.com',
    'freenet.de',
    'aol.com',
    'posteo.de',
    'mailbox.org',
    'proton.me',
    'arcor.de',
    'kabelmail.de',
  ])('the author alone where anybody can have an address: %s', domain => {
    const letter = letterWith({
      from: { name: '', address: `angreifer@${domain}` },
      replyTo: [{ name: '', address: `opfer@${domain}` }],
    })
    for (const authenticity of ['pass', 'unknown'] as const)
      expect(mayAcknowledge(letter, { ...office, authenticity })).toEqual({
        yes: true,
        to: `angreifer@${domain}`,
      })
  })

  test.each(['gmx.kreis.example', 'mygmx.net', 'web.de.example', 'live.schule.example', 'outlook.schule.de'])(
    'a Reply-To where the domain only looks like such a provider: %s',
    domain => {
      const letter = letterWith({
        from: { name: '', address: `a@${domain}` },
        replyTo: [{ name: '', address: `b@${domain}` }],
      })
      expect(mayAcknowledge(letter, office)).toEqual({ yes: true, to: `b@${domain}` })
    },
  )
})

describe('no acknowledgement goes to', () => {
  test.each([
    'abwesenheit-rfc3834',
    'abwesenheit-ohne-kopfzeile',
    'automatische-antwort-outlook',
    'verteilerliste',
    'unzustellbar-rfc3464',
    'unzustellbar-exim',
    'lesebestaetigung',
    'kalender-zusage',
    'noreply-newsletter',
    'kontaktformular-von-noreply',
    'ohne-absender',
    'zwei-absender',
    'regel-sendet-brief-weiter',
    'ticketwerkzeug-einer-schule',
    'rueckfrage-eines-spamfilters',
  ])('%s', async name => {
    expect(mayAcknowledge(await letterIn(name), office)).toMatchObject({
      yes: false,
      why: expect.any(String),
    })
  })

  test.each([
    ['an archive', letterWith(), { ...office, live: false }, /Archiv/],
    ['ourselves', letterWith({ from: { name: '', address: 'ka@kreis.example' } }), office, /eigene Postfach/],
    [
      'ourselves with a sub-address',
      letterWith({ from: { name: '', address: 'KA+x@kreis.example' } }),
      office,
      /eigene/,
    ],
    ['our own letter that came back', letterWith(), { ...office, isOurs: () => true }, /zurückkam/],
    [
      'a stranger named in Reply-To',
      letterWith({ replyTo: [{ name: '', address: 'opfer@web.example' }] }),
      office,
      /weicht/,
    ],
    [
      'two addresses in Reply-To',
      letterWith({
        replyTo: [
          { name: '', address: 'a@mail.example' },
          { name: '', address: 'b@mail.example' },
        ],
      }),
      office,
      /mehrere/,
    ],
    [
      'our own mailbox in Reply-To',
      letterWith({ replyTo: [{ name: '', address: 'ka@kreis.example' }] }),
      office,
      /eigene/,
    ],
    [
      'who asks for silence',
      letterWith({ headers: { 'x-auto-response-suppress': 'OOF, AutoReply' } }),
      office,
      /wünscht/,
    ],
    ['what bears a loop guard', letterWith({ headers: { 'x-loop': 'yes' } }), office, /Maschine/],
    [
      'an address without domain',
      letterWith({ from: { name: 'Root', address: 'root@localhost' } }),
      office,
      /gültige/,
    ],
    [
      'two From headers',
      letterWith({ headers: { from: 'Uwe <uwe@mail.example>\nEva <eva@mail.example>' } }),
      office,
      /mehrere Absender/,
    ],
  ])('%s', (_, letter, context, why) => {
    expect(mayAcknowledge(letter, context)).toEqual({ yes: false, why: expect.stringMatching(why) })
  })

  test('a name with "@" in quotes is one sender, not two', () => {
    const letter = letterWith({ headers: { from: '"Uwe (uwe@alt.example)" <uwe@mail.example>' } })
    expect(mayAcknowledge(letter, office)).toEqual({ yes: true, to: 'uwe@mail.example' })
  })
})
