import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PlatformConfig } from '../../../src/adapters/chatTypes.ts'
import teams from '../../../src/adapters/teams/chatPlatform.ts'
import { teamsFaults } from '../../../src/adapters/teams/faults.ts'
import { zipOf } from '../../../src/adapters/teams/zip.ts'
import { commands } from '../../../src/registry.ts'

const id = '01234567-89ab-cdef-0123-456789abcdef'
const bot: PlatformConfig = {
  mode: 'bot',
  values: { APP_ID: id, TENANT_ID: id, APP_SECRET: 'nur-fuer-tests-geheim' },
  channels: { koordination: '19:0123abcd@thread.tacv2' },
  level: 'metadaten',
}
const webhook: PlatformConfig = {
  mode: 'webhook',
  values: { WEBHOOKS: 'a=https://flow.example/x?sig=s,1 b=https://flow.example/y' },
  channels: { koordination: 'a' },
  level: 'metadaten',
}

describe('the settings', () => {
  test('of a bot and of Workflows have no fault', () => {
    expect(teamsFaults(bot, {})).toEqual([])
    expect(teamsFaults(webhook, {})).toEqual([])
  })

  test.each<[string, Partial<PlatformConfig>, RegExp]>([
    [
      'an app id that is a name',
      { values: { ...bot.values, APP_ID: 'klassenassistenz' } },
      /KLA_TEAMS_APP_ID/,
    ],
    ['a channel as it stands in a link', { channels: { a: '19%3a01%40thread.tacv2' } }, /„a“ keine Kanal-ID/],
    [
      'a key address of another form',
      { values: { ...bot.values, METADATA_URL: 'https://a.example/x' } },
      /METADATA/,
    ],
  ])('name %s', (_, wrong, sentence) => {
    expect(teamsFaults({ ...bot, ...wrong }, {})).toEqual([expect.stringMatching(sentence)])
  })

  test('refuse the variable that lets everybody in', () => {
    const name = 'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'
    expect(teamsFaults(bot, { [name]: 'true' })).toEqual([expect.stringContaining(name)])
    expect(teamsFaults(bot, { [name]: 'false' })).toEqual([])
  })

  test.each<[string, Partial<PlatformConfig>]>([
    ['http over the open net', { values: { WEBHOOKS: 'a=http://flow.example/geheim' } }],
    ['no name', { values: { WEBHOOKS: 'https://flow.example/geheim' } }],
    ['a name twice', { values: { WEBHOOKS: 'a=https://x.example/geheim a=https://y.example/geheim' } }],
    ['more than metadata', { level: 'auszug' }],
    ['a channel without address', { channels: { schulen: 'fehlt' } }],
  ])('of Workflows refuse %s, and tell no address', (_, wrong) => {
    const faults = teamsFaults({ ...webhook, ...wrong }, {})
    expect(faults).toHaveLength(1)
    expect(faults[0]).not.toContain('geheim')
  })
})

describe('the app package', () => {
  const app = {
    appName: 'Klassenassistenz für den Kreis Pinneberg und die Region',
    commands,
    publicUrl: 'https://chat.kreis.example/',
    workplaceUrl: 'https://kla.kreis.example/arbeit',
  }

  // Limits of MicrosoftTeams.schema.json 1.19; the whole manifest was held against it and against 1.29 by hand.
  test('keeps the limits of the schema', async () => {
    const files = await teams.appFiles!(bot, app)
    const manifest = JSON.parse(String(files.find(file => file.name === 'manifest.json')?.content))
    expect(manifest.name.short.length).toBeLessThanOrEqual(30)
    expect(manifest.description.short.length).toBeLessThanOrEqual(80)
    expect(manifest.validDomains).toEqual(['kla.kreis.example', 'chat.kreis.example'])
    expect(manifest.composeExtensions[0].messageHandlers[0].value.domains).toEqual(['kla.kreis.example'])
    const [list] = manifest.bots[0].commandLists
    expect(list.scopes).toEqual(['personal', 'team', 'groupChat'])
    expect(list.commands).toHaveLength(10)
    expect(list.commands[0].title).toBe('status region')
    for (const each of list.commands) {
      expect(each.title.length).toBeLessThanOrEqual(32)
      expect(each.description.length).toBeLessThanOrEqual(128)
    }
    expect(manifest.composeExtensions[0].commands).toMatchObject([{ context: ['message'], fetchTask: true }])
    expect(manifest.authorization.permissions.resourceSpecific[0].name).toBe('ChannelMessage.Read.Group')
  })

  test('has icons of 192 and 32 pixels, the small one white on nothing', async () => {
    const files = await teams.appFiles!(bot, app)
    const size = (name: string) => {
      const png = Buffer.from(files.find(file => file.name === name)!.content)
      return [png.readUInt32BE(16), png.readUInt32BE(20)]
    }
    expect(size('color.png')).toEqual([192, 192])
    expect(size('outline.png')).toEqual([32, 32])
  })

  test('is a ZIP that others can open, and the same each time', async () => {
    const [first, second] = await Promise.all([teams.appFiles!(bot, app), teams.appFiles!(bot, app)])
    const zip = Buffer.from(first.at(-1)!.content)
    expect(zip.equals(Buffer.from(second.at(-1)!.content))).toBe(true)
    const folder = mkdtempSync(join(tmpdir(), 'kla-zip-'))
    try {
      const path = join(folder, 'app.zip')
      writeFileSync(path, zip)
      // Python's reader checks names, sizes and checksums; it is on every machine that runs these tests.
      execFileSync('python3', ['-m', 'zipfile', '-e', path, folder])
      for (const file of first.slice(0, -1))
        expect(readFileSync(join(folder, file.name)).equals(Buffer.from(file.content))).toBe(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('without an app id says what is missing instead of a ZIP that Teams would refuse', async () => {
    const files = await teams.appFiles!(null, { ...app, publicUrl: null, workplaceUrl: null })
    expect(files.map(file => file.name)).toEqual([
      'manifest.json',
      'color.png',
      'outline.png',
      'BITTE-LESEN.txt',
    ])
  })

  test('nothing to put in is a ZIP too', () => {
    expect(zipOf([])).toHaveLength(22)
  })
})
