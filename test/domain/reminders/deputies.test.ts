import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { actingFor, type Deputy } from '../../../src/domain/process/kinds/deputies.ts'
import { recipientsOf } from '../../../src/domain/reminders/recipients.ts'
import type { DueReminder } from '../../../src/domain/reminders/reminderThing.ts'
import { thingsOfTickets } from '../../../src/domain/reminders/thingsOfTickets.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { morningReply } from '../../../src/texts/steps/reminders.ts'
import { office } from '../../flows/reminders/office.ts'
import { day } from './daily.ts'

const { profile } = office()
const [channelOfDeputy = ''] = Object.values(profile.kanaele)
const withChannels = {
  ...profile,
  beteiligte: profile.beteiligte.map(each =>
    each.id === 'schulamt'
      ? { ...each, kanal: channelOfDeputy }
      : each.id === 'projektleitung'
        ? { ...each, vertretung: 'jugendamt', leitung: 'jugendamt_leitung' }
        : each,
  ),
}
const deputy = (absent: string, by: string): Deputy => ({ absent, by, from: null, until: null, roles: [] })
const away = [deputy('projektleitung', 'schulamt')]

test('what belongs to an absent function goes to its deputy from the first rung, in the channel of the deputy', () => {
  const { owner, deputy: second, lead } = recipientsOf(withChannels, away)('projektleitung')
  expect(owner).toEqual({ name: 'Schulamt', channel: channelOfDeputy, inPlaceOf: 'Projektleitung' })
  expect(second).toEqual({ name: 'Schulamt', channel: channelOfDeputy })
  expect(lead?.name).toBe(profile.beteiligte.find(each => each.id === 'jugendamt_leitung')!.name)
})

test('without one the deputy of the profile comes second, as before', () => {
  const { owner, deputy: second } = recipientsOf(withChannels)('projektleitung')
  expect(owner?.inPlaceOf).toBeUndefined()
  expect(second?.name).toBe('Jugendamt')
})

test('a deputy who is away too hands on what it was given', () => {
  const both = [...away, deputy('schulamt', 'jugendamt')]
  expect(recipientsOf(withChannels, both)('projektleitung').owner).toMatchObject({
    name: 'Jugendamt',
    inPlaceOf: 'Projektleitung',
  })
  expect(actingFor([deputy('a', 'b'), deputy('b', 'a')], 'a')).toBeNull()
})

test('answers that an absent function owes are told to the deputy, those of a protected Vorgang in no other channel', () => {
  const ticket = {
    id: 1,
    number: 'KA-2024-0001',
    title: 'Anfrage',
    stakeholder: null,
    dataClass: 'allgemein',
    owner: 'Projektleitung',
    dueOn: day('2024-04-24'),
    createdOn: day('2024-04-20'),
  } as const
  const [open] = thingsOfTickets([ticket], withChannels, away)
  expect(open!.owner).toEqual({ name: 'Schulamt', channel: channelOfDeputy, inPlaceOf: 'Projektleitung' })
  const [secret] = thingsOfTickets([{ ...ticket, dataClass: 'antrag_verdacht' }], withChannels, away)
  expect(secret!.owner?.channel).toBe(secret!.channel)
})

test('the morning message says for whom somebody acts', () => {
  const [thing] = thingsOfTickets(
    [
      {
        id: 1,
        number: 'KA-2024-0001',
        title: 'Anfrage',
        stakeholder: null,
        dataClass: 'allgemein',
        owner: 'Projektleitung',
        dueOn: day('2024-04-24'),
        createdOn: day('2024-04-20'),
      },
    ],
    withChannels,
    away,
  )
  const now = Temporal.Instant.from('2024-04-24T05:30:00Z')
  const line: DueReminder = {
    thing: thing!,
    stage: 'today',
    keys: ['k'],
    given: null,
    channels: [channelOfDeputy],
    plannedOn: day('2024-04-24'),
    first: true,
  }
  const reply = morningReply(
    { place: channelOfDeputy, lines: [line], more: 0 },
    { now, planned: now, late: 'no', restsSince: null, words: false },
  )
  expect(renderText(reply, { width: 200 })).toContain('Schulamt in Vertretung für Projektleitung')
})
