import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { programmeNamed } from '../../src/buildWorld.ts'
import type { Profile } from '../../src/domain/programme/profile.ts'
import type { AcknowledgedTicket } from '../../src/texts/letters/acknowledgedTicket.ts'
import { acknowledgement } from '../../src/texts/letters/acknowledgement.ts'

const { profile } = programmeNamed('pinneberg')
const today = Temporal.PlainDate.from('2024-04-22')
const ticket: AcknowledgedTicket = {
  number: 'KA-2024-0017',
  stakeholder: null,
  flags: [],
  bidderQuestion: false,
  dataClass: 'allgemein',
}
const say = (more: Partial<AcknowledgedTicket> = {}, given: Profile = profile) =>
  acknowledgement(given, { ...ticket, ...more }, today)
const complete: Profile = {
  ...profile,
  antwort_in_arbeitstagen: 5,
  links: { ...profile.links, datenschutz: 'https://www.kreis.example/datenschutz' },
  notfall: { telefon_asd: '04121 000-1', telefon_bereitschaft: '04121 000-2' },
  fachdienst: { name: 'Fachdienst Jugend', telefon: '04121 000-3' },
  pressestelle: { name: 'Pressestelle', kontakt: 'presse@kreis.example' },
}
const inPhase = (phase: Profile['vergabe']['phase']): Profile => ({
  ...profile,
  vergabe: { ...profile.vergabe, phase, plattform: 'https://vergabe.example/KA' },
})

/** Every kind of letter that gets an answer. */
const kinds: [string, Partial<AcknowledgedTicket>][] = [
  ['general', {}],
  ['parents', { stakeholder: 'eltern' }],
  ['single case from a school', { stakeholder: 'schule', dataClass: 'einzelfall' }],
  ['application', { dataClass: 'antrag_verdacht', flags: ['antrag_verdacht'] }],
  ['press', { stakeholder: 'presse', dataClass: 'presse', flags: ['presse'] }],
  ['bidder', { stakeholder: 'freier_traeger', dataClass: 'vergabe', bidderQuestion: true }],
  ['hint at danger', { dataClass: 'kindeswohl', flags: ['heute_sichten', 'sensibel'] }],
]

describe.each(kinds)('the acknowledgement of a letter (%s)', (_name, more) => {
  test.each([
    ['the profile as shipped', profile],
    ['a complete profile', complete],
    ['a running procedure', inPhase('tnw')],
  ] as const)('has number, footer, 110 and says that a machine wrote it (%s)', (_which, given) => {
    const { subject, text, html } = say(more, given)
    expect(subject).toBe('[KA-2024-0017] Ihre Nachricht ist eingegangen')
    expect(text).toContain('KA-2024-0017')
    expect(text).toContain('Dieses Postfach wird nicht rund um die Uhr gelesen.')
    expect(text).toMatch(/110\./)
    expect(text).toContain('automatisch erstellt')
    expect(text).toContain(given.stelle)
    expect(text).not.toMatch(/null|undefined|\{|\}|: ?\.|: ?,|, ?\.| {2}/)
    expect(html).toContain('<html lang="de">')
    expect(html).not.toMatch(/<img|<script|<link|<style|src=/)
  })

  test('never says what the letter was taken for', () => {
    const { text } = say(more, complete)
    expect(text).not.toMatch(
      /Kindeswohl|Gefährdung|sensibel|Beschwerde|eingestuft|Widerspruch|Bieterfrage|Rüge/,
    )
  })
})

test('promises a time only when the profile does', () => {
  expect(say().text).not.toMatch(/Arbeitstag/)
  expect(say({}, complete).text).toContain('In der Regel antworten wir innerhalb von 5 Arbeitstagen.')
  expect(say({}, { ...complete, antwort_in_arbeitstagen: 1 }).text).toContain(
    'innerhalb von einem Arbeitstag.',
  )
})

test('names the notes on data protection when the profile has them', () => {
  expect(say().text).not.toContain('Hinweise zum Datenschutz')
  expect(say({}, complete).text).toContain('https://www.kreis.example/datenschutz')
})

test('a number that is missing leaves no gap in the footer', () => {
  const with_ = (asd: string | null, standby: string | null) =>
    say({}, { ...profile, notfall: { telefon_asd: asd, telefon_bereitschaft: standby } }).text
  expect(with_('04121 1', '04121 2')).toContain(
    'Rufen Sie bitte sofort das Jugendamt an: 04121 1. Außerhalb der Dienstzeit: 04121 2. Bei akuter Gefahr: 110.',
  )
  expect(with_('04121 1', null)).toContain('das Jugendamt an: 04121 1. Bei akuter Gefahr: 110.')
  expect(with_(null, null)).toContain('Ist ein Kind in Gefahr? Rufen Sie bitte sofort die Polizei an: 110.')
})

test('a hint at danger changes nothing: the sender may be the child', () => {
  expect(say({ stakeholder: 'eltern', dataClass: 'kindeswohl' })).toEqual(say({ stakeholder: 'eltern' }))
  expect(say({ dataClass: 'kindeswohl' })).toEqual(say())
  expect(say({ dataClass: 'kindeswohl', bidderQuestion: true }, inPhase('tnw'))).toEqual(
    say({}, inPhase('tnw')),
  )
})

test('parents get simple language: sentences of 15 words on average and never over 20', () => {
  for (const given of [profile, complete]) {
    const { text } = say({ stakeholder: 'eltern' }, given)
    const sentences = text
      .replace(/https?:\/\/\S+/g, '')
      .split(/[.?!:](?:\s+|$)|\n\n/)
      .map(
        sentence =>
          sentence
            .trim()
            .split(/\s+/)
            .filter(word => /\p{L}/u.test(word)).length,
      )
      .filter(words => words > 0)
    const mean = sentences.reduce((sum, words) => sum + words, 0) / sentences.length
    expect(mean).toBeLessThanOrEqual(15)
    expect(Math.max(...sentences)).toBeLessThanOrEqual(20)
  }
})

test('an application keeps its day of receipt and gets no word on form or time limit', () => {
  const { text } = say({ dataClass: 'antrag_verdacht' }, complete)
  expect(text).toContain('Eingang bei uns: 22.04.2024.')
  expect(text).toContain(
    'Diese Bestätigung sagt nichts darüber, ob eine Form oder eine Frist eingehalten ist.',
  )
})

describe('a bidder', () => {
  const bidder = { dataClass: 'vergabe', bidderQuestion: true } as const

  test.each(['tnw', 'angebotsphase', 'verhandlung', 'wartefrist'] as const)(
    'is sent to the platform in phase %s',
    phase => {
      const { text } = say(bidder, inPhase(phase))
      expect(text).toContain('ausschließlich die Vergabestelle')
      expect(text).toContain('https://vergabe.example/KA')
      expect(text).toContain('diese E-Mail wahrt keine Frist')
      expect(text).not.toContain('melden uns')
    },
  )

  test('without a known platform there is no gap', () => {
    const { text } = say(bidder, {
      ...profile,
      vergabe: { ...profile.vergabe, phase: 'tnw', plattform: null },
    })
    expect(text).toContain('genannte Vergabeplattform. \n'.trim())
  })

  test('is told to wait for the notice while the tender is prepared', () => {
    const { text } = say(bidder, inPhase('vorbereitung'))
    expect(text).toContain('Bitte achten Sie auf die öffentliche Bekanntmachung.')
    expect(text).not.toContain('vergabe.example')
  })

  test('gets the ordinary text when there is no procedure', () => {
    expect(say(bidder, inPhase('keine'))).toEqual(say({}, inPhase('keine')))
  })
})

test('words of the profile are escaped in HTML', () => {
  const { html } = say({}, { ...profile, stelle: 'Amt <b>A & "B"</b>' })
  expect(html).toContain('Amt &lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;')
})
