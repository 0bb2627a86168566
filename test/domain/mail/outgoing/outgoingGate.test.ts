import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { likenessOf, plainSubject } from '../../../../src/domain/mail/outgoing/likeness.ts'
import {
  type GateFacts,
  kindsCounted,
  type LetterKind,
  type MailCaps,
  mayLeave,
  usualCaps,
} from '../../../../src/domain/mail/outgoing/outgoingGate.ts'

const nothingYet: GateFacts = {
  toAddressToday: 0,
  alikeLastHour: 0,
  alikeToAddressLastHour: 0,
  lastHour: 0,
  blocked: null,
}
const caps: MailCaps = { addressPerDay: 3, alikePerHour: 5, perHour: 10, housePerHour: 4 }
const may = (kind: LetterKind, facts: Partial<GateFacts>, limits = caps) =>
  mayLeave(kind, { ...nothingYet, ...facts }, limits)

describe('the gate', () => {
  test.each(['acknowledgement', 'feedback', 'answer'] as const)(
    'stops %s at each cap, and not one letter earlier',
    kind => {
      for (const [key, cap] of [
        ['toAddressToday', 3],
        ['alikeLastHour', 5],
        ['lastHour', 10],
      ] as const) {
        expect(may(kind, { [key]: cap - 1 })).toEqual({ kind: 'leave' })
        expect(may(kind, { [key]: cap })).toMatchObject({ kind: 'hold', storm: false })
      }
    },
  )

  test('a blocked address gets no automatic letter; what a person writes may go there', () => {
    const blocked = '5.1.1 Das Postfach gibt es nicht.'
    expect(may('acknowledgement', { blocked })).toMatchObject({
      kind: 'hold',
      reason: expect.stringContaining('5.1.1'),
    })
    expect(may('feedback', { blocked })).toMatchObject({ kind: 'hold' })
    expect(may('answer', { blocked })).toEqual({ kind: 'leave' })
    expect(may('alarm', { blocked })).toEqual({ kind: 'leave' })
  })

  test.each(['alarm', 'notice'] as const)(
    '%s inside the house is held only by hints of its own sort to the same address, and then one letter says so',
    kind => {
      expect(may(kind, { toAddressToday: 999, lastHour: 999, alikeLastHour: 999 })).toEqual({ kind: 'leave' })
      expect(may(kind, { alikeToAddressLastHour: 3 })).toEqual({ kind: 'leave' })
      expect(may(kind, { alikeToAddressLastHour: 4 })).toMatchObject({ kind: 'hold', storm: true })
    },
  )

  test('codes for colleagues of one house wait for no letter of another kind, and a flood of them is held', () => {
    const blocked = '4.2.2 Das Postfach ist voll.'
    expect(
      may('code', { toAddressToday: 99, alikeLastHour: 99, alikeToAddressLastHour: 99, blocked }),
    ).toEqual({
      kind: 'leave',
    })
    expect(may('code', { lastHour: 10 })).toMatchObject({ kind: 'hold', storm: false })
    expect(kindsCounted('code')).toEqual(['code'])
  })

  test('a cap of 0 is none', () => {
    const open: MailCaps = { addressPerDay: 0, alikePerHour: 0, perHour: 0, housePerHour: 0 }
    const many = { toAddressToday: 9999, lastHour: 9999, alikeLastHour: 9999, alikeToAddressLastHour: 9999 }
    for (const kind of ['acknowledgement', 'answer', 'alarm', 'notice', 'feedback'] as const)
      expect(may(kind, many, open)).toEqual({ kind: 'leave' })
  })

  const count = fc.integer({ min: 0, max: 400 })
  property.prop([
    fc.record({
      toAddressToday: count,
      alikeLastHour: count,
      alikeToAddressLastHour: count,
      lastHour: count,
      blocked: fc.constantFrom(null, 'gesperrt'),
    }),
    fc.constantFrom<LetterKind>('acknowledgement', 'feedback', 'answer', 'alarm', 'notice'),
  ])('what was held stays held when still more have left', (facts, kind) => {
    if (mayLeave(kind, facts, usualCaps).kind === 'leave') return
    const more = {
      ...facts,
      toAddressToday: facts.toAddressToday + 1,
      alikeLastHour: facts.alikeLastHour + 1,
      alikeToAddressLastHour: facts.alikeToAddressLastHour + 1,
      lastHour: facts.lastHour + 1,
    }
    expect(mayLeave(kind, more, usualCaps).kind).toBe('hold')
  })
})

describe('two subjects are alike', () => {
  test.each([
    ['Ihre Anfrage 4711 ist eingegangen', 'Ihre Anfrage 4712 ist eingegangen'],
    ['[Ticket#88123] Ihre Anfrage', 'AW: [Ticket#99] Ihre Anfrage'],
    ['Re: Re[2]: AW: Frage zum Start', 'Frage zum Start'],
    ['WG: FRAGE  zum Start!', 'Frage zum Start'],
    ['Fall a1b2c3d4-e5f6: offen', 'Fall ffff0000-9999: offen'],
    ['Vorgang INC0012345 wurde angelegt', 'Vorgang INC0099999 wurde angelegt'],
    ['Ｉｈｒｅ Anfrage', 'Ihre Anfrage'],
    ['', '[KA-2024-0017] 12345'],
  ])('„%s“ and „%s“', (one, other) => {
    expect(plainSubject(one)).toBe(plainSubject(other))
  })

  test.each([
    ['Frage zum Start', 'Frage zum Ende'],
    ['Beschwerde', 'Bewerbung'],
  ])('not „%s“ and „%s“', (one, other) => {
    expect(plainSubject(one)).not.toBe(plainSubject(other))
  })

  test('only within one domain', () => {
    expect(likenessOf('a@crm.example', 'Frage 1')).toBe(likenessOf('b@CRM.example', 'Frage 2'))
    expect(likenessOf('a@crm.example', 'Frage 1')).not.toBe(likenessOf('a@post.example', 'Frage 1'))
  })

  property.prop([fc.string({ maxLength: 3000 })])(
    'any subject is read, quickly and as whole text',
    subject => {
      const plain = plainSubject(subject)
      expect(plain.length).toBeLessThanOrEqual(80)
      expect(plain).not.toMatch(/\p{N}/u)
      expect(likenessOf('a@b.example', subject).isWellFormed()).toBe(true)
    },
  )
})
