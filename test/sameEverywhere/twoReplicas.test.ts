import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../peers/slack.ts'
import { directMessage, eventCallback, slashCommand } from '../peers/slackPayloads.ts'
import { toBot } from '../peers/teamsActivities.ts'
import { openHouse } from './house.ts'

/*
 * Two processes behind one address: platforms repeat what they think was not heard, to whichever of the two, and out of order.
 */
let house: Awaited<ReturnType<typeof openHouse>>
let replicas: Awaited<ReturnType<(typeof house)['replica']>>[]
beforeAll(async () => {
  house = await openHouse()
  replicas = [await house.replica(), await house.replica()]
})
afterAll(() => house.stop())

/** Each is told to both, twice, the last one first. */
async function toldToAll<T>(
  events: readonly T[],
  tell: (replica: (typeof replicas)[0], event: T) => Promise<Response>,
) {
  for (const event of events.toReversed()) {
    const answers = await Promise.all([...replicas, ...replicas].map(each => tell(each, event)))
    expect(answers.map(each => each.status)).toEqual([200, 200, 200, 200])
  }
}

const texts = ['status region Elmshorn', 'fristen', 'hilfe']

test('D28: commands and messages that Slack repeats to two processes are answered once each', async () => {
  const { slack } = house
  const typed = texts.map(text =>
    slashCommand({ text, channel: 'D0COORD', responseUrl: slack.responseUrl() }),
  )
  await toldToAll(typed, (kla, body) => kla.fromSlack({ kind: 'command', body }))
  const written = texts.map(text => eventCallback(directMessage({ text, channel: 'D0COORD' })))
  await toldToAll(written, (kla, body) => kla.fromSlack({ kind: 'event', body }))
  await eventually(() => slack.responses.length >= 3 && slack.messages('D0COORD').length >= 3)
  await settled()
  expect(slack.responses).toHaveLength(3)
  expect(slack.messages('D0COORD')).toHaveLength(3)
})

test('D28: activities that Teams repeats to two processes are answered once each', async () => {
  const { teams } = house
  const said = texts.map(text => toBot(teams, text))
  await toldToAll(said, (kla, activity) => kla.fromTeams(activity))
  await eventually(() => teams.posted.length >= 3)
  await settled()
  expect(teams.posted).toHaveLength(3)
})

/** What was told last is answered: then everything before it was decided too. */
async function settled(): Promise<void> {
  const { slack } = house
  for (const kla of replicas) {
    const responseUrl = slack.responseUrl()
    const body = slashCommand({ text: 'hilfe', channel: 'D0COORD', responseUrl })
    await kla.fromSlack({ kind: 'command', body })
    await eventually(() => slack.responses.find(each => responseUrl.endsWith(each.path)))
    slack.responses.splice(
      slack.responses.findIndex(each => responseUrl.endsWith(each.path)),
      1,
    )
  }
}
