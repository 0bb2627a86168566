import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { classifyTalk } from '../../../src/domain/talk/classifyTalk.ts'
import { isAnswer } from '../../../src/domain/talk/isAnswer.ts'
import { isMatter } from '../../../src/domain/talk/isMatter.ts'
import { programmeNamed } from '../programme/profiles.ts'
import { labelled } from './labelled.ts'

const programme = programmeNamed('pinneberg')
const guest = { name: 'Gast', roles: ['gast'] } as const
const coordinator = { name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] } as const

function judged(text: string, author: Parameters<typeof classifyTalk>[2] = guest) {
  return isMatter(programme, text, classifyTalk(programme, text, author))
}

describe('what an intake channel takes in', () => {
  it.each(['train', 'test', 'later'] as const)(
    'tells questions from talk in 95 of 100 messages (%s)',
    name => {
      const messages = labelled(name)
      const wrong = messages.filter(({ text, matter }) => judged(text).matter !== matter)
      expect(messages.length).toBeGreaterThanOrEqual(70)
      expect(wrong.map(({ text }) => text).slice(Math.floor(messages.length * 0.05))).toEqual([])
    },
  )

  it('judges a linked coordinator by the same words', () => {
    const messages = [...labelled('test'), ...labelled('later')]
    const wrong = messages.filter(({ text, matter }) => judged(text, coordinator).matter !== matter)
    expect(wrong.length).toBeLessThanOrEqual(messages.length * 0.05)
  })

  it('hears a child in danger however it is put', () => {
    expect(
      judged('Der Junge in der 2a hat heute wieder blaue Flecken, er sagt der Vater schlägt ihn').matter,
    ).toBe(true)
  })

  it('says why without a word of the message', () => {
    const { because } = judged('Wann startet die Klassenassistenz in Elmshorn?')
    expect(because).toContain('nennt einen Ort des Programms')
    expect(because.join(' ')).not.toMatch(/Elmshorn|startet/)
  })

  it.each([
    '',
    '   ',
    '👍👍🏼',
    ':tada: :+1:',
    'https://kreis.example/klassenassistenz?ort=Elmshorn',
    '???',
    '\u0000',
  ])('takes in nothing that has no words: %j', text => expect(judged(text).matter).toBe(false))

  it('reads the end of a working day among colleagues as that', () => {
    const found = classifyTalk(programme, 'Ich mache heute früher Schluss', guest)
    expect(found.urgentChildProtection).toBe(false)
  })

  it('takes the function of a linked person where the words leave open who asks', () => {
    const found = classifyTalk(programme, 'Wie ist der Stand?', {
      name: 'Untere Stelle',
      roles: ['koordination_schulamt'],
    })
    expect(found.stakeholder).toBe('schulamt')
    expect(classifyTalk(programme, 'Wie ist der Stand?', guest).stakeholder).toBeNull()
  })

  test.prop([fc.string({ maxLength: 3000 })])('never fails on anything', text => {
    expect(typeof judged(text).matter).toBe('boolean')
  })

  it('takes no longer for a hostile message', () => {
    const started = performance.now()
    judged(`${'bitte um '.repeat(20_000)}?`)
    judged('a'.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('what answers a question', () => {
  it.each([
    'Die Klassenassistenz in Elmshorn startet am 1. August 2025.',
    'Ja',
    'Nein, das macht der Träger.',
    'Das regelt § 4 der Vereinbarung, Anlage 2.',
  ])('does: %s', text => expect(isAnswer(text)).toBe(true))

  it.each([
    'Ich kümmere mich',
    'Ich frage beim Schulamt nach',
    'Welche Schule meinst du?',
    'Danke dir',
    '👍',
    'weiß ich leider nicht',
    'gute Frage, das interessiert mich auch',
    'https://kreis.example/zeitplan',
    'bin dran',
  ])('does not: %s', text => expect(isAnswer(text)).toBe(false))
})

describe('who asks in a chat', () => {
  it.each([
    ['Moin, Grundschule Hainholz hier. Wer schreibt die Stundenpläne?', 'schule'],
    ['hallo wir sind die GS Bismarckstraße, ab wann bekommen wir die assistenz?', 'schule'],
    ['Guten Tag, hier ist die Stadtverwaltung Wedel: Wer zahlt die Räume?', 'schultraeger'],
  ])('is who says so: %s', (text, stakeholder) => {
    expect(classifyTalk(programme, text, guest).stakeholder).toBe(stakeholder)
  })
})
