import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumMissing, startChromium } from '../../peers/chromium.ts'
import { type KlaProcess, startKla } from '../../peers/kla.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'
import { appId, appSecret, startTeamsPeer, type TeamsPeer, tenantId } from '../../peers/teams.ts'
import { button, channel, coordinator } from '../../peers/teamsActivities.ts'
import { type Playground, startPlayground, type } from '../../peers/teamsPlayground.ts'

/*
 * The whole program with Microsoft's playground in place of Teams, in a browser. TEAMS_PICTURES names a folder for screenshots.
 */

let database: FreshDatabase
let peer: TeamsPeer
let playground: Playground
let kla: KlaProcess
let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'kla-teams-'))

beforeAll(async () => {
  if (chromiumMissing) return
  ;[database, peer, browser] = await Promise.all([freshDatabase(), startTeamsPeer(), startChromium()])
  playground = await startPlayground(peer)
  mkdirSync(join(folder, 'post'))
  writeFileSync(
    join(folder, 'personen.yaml'),
    `- id: teams:${coordinator.aadObjectId}\n  name: Koordination Jugendamt\n  rollen: [koordination_jugendamt]\n`,
  )
  kla = await startKla(
    { databaseUrl: database.url },
    {
      env: {
        KLA_TEAMS_MODE: 'bot',
        KLA_TEAMS_APP_ID: appId,
        KLA_TEAMS_APP_SECRET: appSecret,
        KLA_TEAMS_TENANT_ID: tenantId,
        KLA_TEAMS_LOGIN_URL: peer.loginUrl,
        KLA_TEAMS_METADATA_URL: peer.metadataUrl,
        KLA_TEAMS_CHANNELS: `koordination=${channel}`,
        KLA_PEOPLE: join(folder, 'personen.yaml'),
        KLA_FOLDER_MAILBOX: join(folder, 'post'),
      },
    },
  )
  playground.connectTo(`http://127.0.0.1:${new URL(kla.webUrl).port}/api/messages`)
  page = await browser.newPage({ viewport: { width: 1500, height: 950 } })
  page.setDefaultTimeout(30_000)
  await page.goto(playground.url)
})

afterAll(async () => {
  await browser?.close()
  await kla?.stop()
  await playground?.stop()
  await peer?.stop()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const conversation = (name: string) =>
  page.locator('[role=treeitem]').filter({ hasText: name }).last().click()
const seen = (text: string) => page.getByText(text).last().waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()

async function photograph(name: string): Promise<void> {
  const where = process.env.TEAMS_PICTURES
  if (where) await page.screenshot({ path: join(where, `${name}.png`) })
}

test.skipIf(chromiumMissing)(
  'a coordinator asks, presses buttons, fills in a form and is told of new letters [needs Chromium]',
  async () => {
    await type(page, 'status region Elmshorn')
    await seen('Region 1: Elmshorn, Pinneberg, Barmstedt')
    await seen('Kooperationsvertrag in interner Abstimmung')
    await press('Offene Anfragen')
    await seen('Dazu gibt es keinen Vorgang')
    await photograph('frage')

    // Opening a channel adds the app to the team: from then on its channels can be written to.
    await conversation('Koordination')
    copyFileSync('demo/letters/01-schule-zeitplan.eml', join(folder, 'post', '1.eml'))
    await seen('Neue Anfrage KA-')
    await photograph('meldung')

    await page.locator('[role=textbox]').first().click()
    await page.keyboard.type('@Kl')
    await page.getByRole('menuitem').filter({ hasText: 'Klassenassistenz' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type(' /status region Elmshorn')
    await press('Post')
    await seen('Region 1: Elmshorn, Pinneberg, Barmstedt')
    await photograph('erwaehnung')

    await conversation('Personal Chat')
    // The playground opens no dialogs and keeps such a button to itself; a client like that would send it so.
    const asks = { kla: { command: 'vorgang abgeben 1', asks: ['assignee', 'reason'] } }
    expect((await playground.tell(button(playground, asks))).status).toBe(200)
    await page.getByRole('combobox').last().click()
    await page.getByRole('option', { name: 'Koordination Schulamt' }).last().click()
    await page.locator('textarea').last().fill('Die Frage betrifft die Schulen')
    await photograph('formular')
    await press('Abgeben')
    await seen('Zuständig  Koordination Schulamt')
    await photograph('abgegeben')
  },
  120_000,
)
