import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { stakeholders } from '../../src/domain/classify/labels.ts'
import { dataClasses } from '../../src/domain/ticket/visibility.ts'
import { acknowledgement } from '../../src/texts/letters/acknowledgement.ts'
import { profileNames, programmeNamed } from '../domain/programme/profiles.ts'

const today = Temporal.PlainDate.from('2024-04-22')

// No source names a telephone, a page or an office for most programmes; a letter to a citizen must not show the hole.
describe.each(profileNames)('an acknowledgement of %s', name => {
  const { profile } = programmeNamed(name)
  const letters = stakeholders.flatMap(stakeholder =>
    dataClasses.map(dataClass => ({
      about: `${stakeholder}, ${dataClass}`,
      ...acknowledgement(
        profile,
        {
          number: 'XY-2024-0001',
          stakeholder,
          flags: [],
          bidderQuestion: dataClass === 'vergabe',
          dataClass,
        },
        today,
      ),
    })),
  )

  test('shows no gap for what its profile does not know', () => {
    const gap = /null|undefined|\[object|\( ?\)|: ?\.|, ?\.| ,|hier:\s*\n\s*\n|:\s*$/
    expect(letters.filter(({ text }) => gap.test(text)).map(({ about, text }) => ({ about, text }))).toEqual(
      [],
    )
  })

  test('names 110 and is signed by a function', () => {
    for (const { text } of letters) {
      expect(text).toContain('110')
      expect(text.trimEnd()).toMatch(new RegExp(`Mit freundlichen Grüßen\\n${profile.stelle}$`))
    }
  })
})
