import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { yesOf } from './exampleWorld.ts'
import { shown, tenderStory } from './tenderStory.ts'

let story: Awaited<ReturnType<typeof tenderStory>>
beforeAll(async () => {
  story = await tenderStory()
})
beforeEach(() => story.again())
afterAll(() => story.end())

test('a notice that went out is not announced as the next milestone', async () => {
  const made = await story.make('vergabe start bekanntmachung:15.04.2024')
  expect(made).toContain('Damit erledigt: M3 Bekanntmachung und Teilnahmewettbewerb.')
  const status = await story.say('status')
  expect(status).toContain('Teilnahmewettbewerb läuft seit 15.04.2024')
  expect(status).not.toContain('Als Nächstes: Bekanntmachung')
  expect(status).toMatch(/erledigt\s+Bekanntmachung und Teilnahmewettbewerb\s+15\.04\.2024/)
  expect(status).toContain('erledigt mit „Auftragsbekanntmachung abgesendet“')
  expect(await story.say('zeitplan')).toMatch(
    /erledigt\s+Bekanntmachung und Teilnahmewettbewerb\s+15\.04\.2024/,
  )
  expect(await story.say('fristen alle')).not.toContain('voraussichtlich April 2024')
})

test('opened again there, it is open here; opened here, it is said where', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  expect(await story.say('frist öffnen M3')).toContain('erledigt mit „Auftragsbekanntmachung abgesendet“')
  expect(await story.say('frist zeigen M3')).toMatch(/Erledigt mit\s+Auftragsbekanntmachung abgesendet/)
  const asked = await story.ask('frist öffnen „Auftragsbekanntmachung abgesendet“')
  const text = yesOf(asked) ? await story.say(yesOf(asked)!) : shown(asked)
  expect(text).toContain('Damit wieder offen: M3')
  expect(await story.say('status')).toContain('Als Nächstes: Bekanntmachung und Teilnahmewettbewerb')
})

test('a signed agreement is the milestone of the agreement', async () => {
  const reply = await story.ask('frist erledigt K9 am 19.04.2024')
  const text = yesOf(reply) ? await story.say(yesOf(reply)!) : shown(reply)
  expect(text).toContain('Damit erledigt: M8 Kooperationsvertrag abgeschlossen.')
  expect(await story.say('frist zeigen M8')).toContain('19.04.2024')
})
