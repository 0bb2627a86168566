import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CandidateTicket,
  type CitedTickets,
  placeInThread,
  readThreadToken,
  threadMessageId,
  tokensIn,
} from '../../../src/domain/mail/thread.ts'
import { letterWith } from '../../mails/letterIn.ts'

const secret = 'geheim-und-lang-genug'
const ours = threadMessageId(secret, 'pinneberg', 17, 'acknowledgement:17:2024-04-22', 'kreis.example')

describe('a signed Message-ID', () => {
  test('is a Message-ID of RFC 5322 in our domain and the same at every repeat', () => {
    expect(ours).toMatch(/^<kla\.pinneberg\.17\.[0-9a-f]{12}\.[0-9a-f]{32}@kreis\.example>$/)
    expect(threadMessageId(secret, 'pinneberg', 17, 'acknowledgement:17:2024-04-22', 'kreis.example')).toBe(
      ours,
    )
  })

  test('leads back to its Vorgang, also in capitals and without brackets', () => {
    expect(readThreadToken(secret, ours)).toBe(17)
    expect(readThreadToken(secret, ours.toUpperCase())).toBe(17)
    expect(readThreadToken(secret, ours.slice(1, -1))).toBe(17)
  })

  test('of another secret, Vorgang or programme is nothing', () => {
    expect(readThreadToken('anderes-geheimnis', ours)).toBeNull()
    expect(readThreadToken(secret, ours.replace('.17.', '.18.'))).toBeNull()
    expect(readThreadToken(secret, ours.replace('pinneberg', 'hannover'))).toBeNull()
    expect(tokensIn(letterWith({ inReplyTo: [ours] }), secret, 'hannover')).toEqual([])
  })

  test('cannot be altered in any place before the domain', () => {
    const local = ours.slice(1, ours.indexOf('@'))
    fc.assert(
      fc.property(fc.nat(local.length - 1), fc.constantFrom(...'0123456789abcdef.-z'), (at, char) => {
        fc.pre(local[at] !== char)
        expect(
          readThreadToken(secret, `<${local.slice(0, at)}${char}${local.slice(at + 1)}@kreis.example>`),
        ).toBeNull()
      }),
    )
  })

  test('does not come out of arbitrary text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), text => readThreadToken(secret, text) === null))
  })

  test('is found in In-Reply-To first, then in the nearest reference', () => {
    const id = (ticket: number) => threadMessageId(secret, 'pinneberg', ticket, 'k', 'kreis.example')
    const letter = letterWith({
      inReplyTo: [id(3)],
      references: [id(1), '<fremd@mail.example>', id(2), id(3)],
    })
    expect(tokensIn(letter, secret, 'pinneberg')).toEqual([3, 2, 1])
  })
})

describe('a letter is placed', () => {
  const ticket: CandidateTicket = { id: 17, participants: new Set(['uwe@mail.example']) }
  const facts: CitedTickets = {
    byId: new Map([[17, ticket]]),
    byNumber: new Map([['KA-2024-0017', ticket]]),
    byMessageId: new Map([['<frueher@mail.example>', [17]]]),
  }
  const stranger = { name: '', address: 'fremd@web.example' }
  const place = (changes: Parameters<typeof letterWith>[0], forgedSender = false) => {
    const letter = letterWith(changes)
    return placeInThread(letter, tokensIn(letter, secret, 'pinneberg'), facts, 'KA', { forgedSender })
  }

  test('into its Vorgang by our token and a known participant', () => {
    expect(place({ inReplyTo: [ours] })).toEqual({ kind: 'followup', ticketId: 17 })
  })

  test("into its Vorgang when a citizen answers the citizen's own earlier letter", () => {
    expect(place({ references: ['<frueher@mail.example>'] })).toEqual({ kind: 'followup', ticketId: 17 })
  })

  test.each([
    ['our token, but an unknown sender', { inReplyTo: [ours], from: stranger }, /Antwort auf unseren Brief/],
    [
      'a letter of the Vorgang, but an unknown sender',
      { references: ['<frueher@mail.example>'], from: stranger },
      /Brief des Vorgangs/,
    ],
    [
      'the number in the subject alone, though from a participant',
      { subject: 'AW: [KA-2024-0017] Frage' },
      /Vorgangsnummer/,
    ],
  ])('as new with a possible match: %s', (_, changes, reason) => {
    expect(place(changes)).toEqual({
      kind: 'new',
      match: { ticketId: 17, reason: expect.stringMatching(reason) },
    })
  })

  test('as new without a match when the token is forged', () => {
    const forged = ours.replace(/[0-9a-f]{32}/, '0'.repeat(32))
    expect(place({ inReplyTo: [forged] })).toEqual({ kind: 'new', match: null })
  })

  test('as new when the sender is proved to be forged, whatever it cites', () => {
    expect(place({ inReplyTo: [ours] }, true)).toMatchObject({ kind: 'new', match: { ticketId: 17 } })
  })

  test('as new when it has no sender', () => {
    expect(place({ inReplyTo: [ours], from: { name: '', address: '' } })).toMatchObject({ kind: 'new' })
  })
})
