import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { childProtection } from '../../../src/domain/classify/childProtection.ts'
import { acknowledgement } from '../../../src/texts/letters/acknowledgement.ts'

const { profile } = programmeNamed('pinneberg')
const withNumbers = {
  ...profile,
  notfall: { telefon_asd: '04121 0000-1', telefon_bereitschaft: '04121 0000-2' },
}

describe('our own emergency notice, quoted by whoever answers,', () => {
  const today = Temporal.PlainDate.from('2024-04-22')
  test.each([
    ['without numbers', profile],
    ['with both numbers', withNumbers],
  ])('rings no bell (%s)', (_name, each) => {
    for (const stakeholder of ['eltern', 'schule', 'presse', null] as const) {
      const { text } = acknowledgement(
        each,
        { number: 'KA-2024-0001', stakeholder, flags: [], bidderQuestion: false, dataClass: 'allgemein' },
        today,
      )
      const answer = 'Danke für die schnelle Antwort!'
      for (const quoted of [text, text.replaceAll(/^/gm, '> '), text.replaceAll(/(.{60}) /g, '$1\n> ')])
        expect(childProtection('AW: Ihre Nachricht', answer, quoted)).toMatchObject({
          urgent: false,
          today: false,
        })
    }
  })

  test('and does not hide what stands beside it', () => {
    const { text } = acknowledgement(
      profile,
      { number: 'KA-2024-0001', stakeholder: null, flags: [], bidderQuestion: false, dataClass: 'allgemein' },
      today,
    )
    expect(childProtection('AW', 'Er wird jeden Abend geschlagen und hat blaue Flecken.', text).urgent).toBe(
      true,
    )
    expect(
      childProtection('AW', 'Unser Nachbarskind ist in Gefahr, der Vater schlägt es.', text).urgent,
    ).toBe(true)
  })
})
