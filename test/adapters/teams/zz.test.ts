import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { startChromium } from '../../peers/chromium.ts'
import { startKla } from '../../peers/kla.ts'
import { freshDatabase } from '../../peers/postgres.ts'
import { appId, appSecret, startTeamsPeer, tenantId } from '../../peers/teams.ts'
import { channel, coordinator } from '../../peers/teamsActivities.ts'
import { startPlayground, type } from '../../peers/teamsPlayground.ts'

test('x', async () => {
  const database = await freshDatabase()
  const peer = await startTeamsPeer()
  const pg = await startPlayground(peer)
  const folder = mkdtempSync(join(tmpdir(), 'kla-pg-'))
  writeFileSync(join(folder, 'people.yaml'), `- id: teams:${coordinator.aadObjectId}\n  name: Koordination Jugendamt\n  rollen: [koordination_jugendamt]\n`)
  mkdirSync(join(folder, 'post'))
  const kla = await startKla({ databaseUrl: database.url }, { env: {
    KLA_TEAMS_MODE: 'bot', KLA_TEAMS_APP_ID: appId, KLA_TEAMS_APP_SECRET: appSecret, KLA_TEAMS_TENANT_ID: tenantId,
    KLA_TEAMS_LOGIN_URL: peer.loginUrl, KLA_TEAMS_METADATA_URL: peer.metadataUrl,
    KLA_TEAMS_CHANNELS: `koordination=${channel}`, KLA_PEOPLE: join(folder, 'people.yaml'), KLA_FOLDER_MAILBOX: join(folder, 'post'),
  } })
  pg.connectTo(`http://127.0.0.1:${new URL(kla.webUrl).port}/api/messages`)
  const b = await startChromium()
  const p = await b.newPage({ viewport: { width: 1600, height: 1000 } })
  try {
    await p.goto(pg.url)
    await p.waitForSelector('[role=textbox]')
    await p.waitForTimeout(2000)
    await type(p, 'status region Elmshorn')
    await p.waitForTimeout(4000)
    await p.screenshot({ path: '/tmp/pg/a.png' })
    console.log(await p.evaluate('document.body.innerText'))
    await p.getByText('Koordination', { exact: true }).first().click()
    await p.waitForTimeout(1500)
    await p.screenshot({ path: '/tmp/pg/b.png' })
    cpSync('demo/letters', join(folder, 'post'), { recursive: true })
    await p.waitForTimeout(15000)
    await p.screenshot({ path: '/tmp/pg/c.png' })
    console.log(await p.evaluate('document.body.innerText'))
  } finally {
    console.log(kla.output())
    console.log((await database.connection.client.unsafe('select state, channel, last_error, address from posts')))
    await b.close(); await kla.stop(); await pg.stop(); await peer.stop(); await database.drop()
  }
}, 120_000)
