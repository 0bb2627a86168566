import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf, openPlatforms } from '../../src/build/buildPlatforms.ts'
import { openWorld } from '../../src/buildWorld.ts'
import { openLog } from '../../src/log.ts'
import { readSettings } from '../../src/settings.ts'
import { exampleWorld } from '../commands/exampleWorld.ts'
import { startSlackPeer } from '../peers/slack.ts'
import { postSigned } from '../peers/slackPayloads.ts'
import { appId, appSecret, startTeamsPeer, tenantId } from '../peers/teams.ts'
import { coordinator } from '../peers/teamsActivities.ts'

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'
const people = `
- konten: [slack:U0COORD, "teams:${coordinator.id}", "teams:${coordinator.aadObjectId}", web, terminal]
  name: Koordination Jugendamt
  rollen: [koordination_jugendamt]
`

/** The example office with Slack, Teams and the page, through all that `kla start` opens for them. */
export async function openHouse() {
  const [slack, teams, example] = await Promise.all([startSlackPeer(), startTeamsPeer(), exampleWorld()])
  slack.addChannel('D0COORD', 'im')
  const folder = mkdtempSync(join(tmpdir(), 'kla-house-'))
  const file = join(folder, 'personen.yaml')
  writeFileSync(file, people)
  const read = readSettings({
    DATABASE_URL: example.url,
    KLA_NOW: '2024-04-22T09:14:00+02:00',
    KLA_PEOPLE: file,
    KLA_WEB_PORT: '0',
    KLA_PUBLIC_URL: 'http://localhost:1',
    KLA_SLACK_MODE: 'http',
    KLA_SLACK_BOT_TOKEN: 'xoxb-test',
    KLA_SLACK_SIGNING_SECRET: signingSecret,
    KLA_SLACK_API_URL: slack.apiUrl,
    KLA_TEAMS_MODE: 'bot',
    KLA_TEAMS_APP_ID: appId,
    KLA_TEAMS_APP_SECRET: appSecret,
    KLA_TEAMS_TENANT_ID: tenantId,
    KLA_TEAMS_LOGIN_URL: teams.loginUrl,
    KLA_TEAMS_METADATA_URL: teams.metadataUrl,
  })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const { settings } = read
  const closing: (() => Promise<void>)[] = []

  /** One process of the program; several share the database. */
  async function replica() {
    const world = await openWorld(settings, openLog({ level: 'silent' }))
    const { enqueue } = example.needs
    const answer = answerOf(world, enqueue, false)
    const chat = await openPlatforms(world, answer, { enqueue, postTargets: () => [], outgoing: null })
    closing.push(async () => {
      await chat.stop()
      await world.close()
    })
    return {
      world,
      answer,
      webUrl: chat.webUrl,
      /** A slash command, an event or a button as Slack sends it. */
      fromSlack: (said: Parameters<typeof postSigned>[2]) =>
        postSigned(new URL('/slack/events', chat.webUrl).href, signingSecret, said),
      /** An activity as Teams sends it. */
      fromTeams: (activity: object) =>
        fetch(new URL('/api/messages', chat.webUrl), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${teams.issuer.token({ audience: appId, serviceUrl: teams.serviceUrl })}`,
          },
          body: JSON.stringify(activity),
        }),
    }
  }
  return {
    slack,
    teams,
    replica,
    async stop() {
      await Promise.all(closing.map(close => close()))
      await example.drop()
      await Promise.all([slack.stop(), teams.stop()])
      rmSync(folder, { recursive: true })
    },
  }
}
