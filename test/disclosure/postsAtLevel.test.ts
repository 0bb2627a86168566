import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Instance, startInstance } from '../../src/db/instances.ts'
import { refreshPost } from '../../src/flows/posts/refreshPost.ts'
import type { DisclosureLevel } from '../../src/reply/incoming.ts'
import { type Handling, mail, openHandling } from '../flows/handling.ts'
import { operatorsOf } from '../flows/posts/posting.ts'

let world: Handling
let instance: Instance
beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
  world.needs.postTargets = type => [
    { platform: 'slack', channel: type, level: 'auszug' },
    { platform: 'teams', channel: type, level: 'metadaten' },
    { platform: 'web', channel: type },
  ]
  await world.arrive([
    mail({ body: 'Wann beginnt es in Elmshorn? Frau Quastenberg fragt auch. Gruß Ute Harms' }),
  ])
  await sql()`update posts set state = 'posted', address = key`
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

const sql = () => world.database.connection.client

/** What stands on each platform. */
async function standing(): Promise<Record<string, string>> {
  const rows = await sql()<{ platform: string; reply: unknown }[]>`select platform, reply from posts`
  return Object.fromEntries(rows.map(({ platform, reply }) => [platform, JSON.stringify(reply)]))
}

/** Every post as its channel may see it now. */
async function refreshAll(level: DisclosureLevel): Promise<void> {
  const platform = (name: string) => ({
    name,
    post: async () => ({ kind: 'posted' as const, address: '' }),
    update: async (_channel: string, address: string) => ({ kind: 'posted' as const, address }),
    findPost: async () => null,
  })
  const platforms = new Map(['slack', 'teams', 'web'].map(name => [name, platform(name)]))
  for (const { id } of await sql()`select id from posts`)
    await refreshPost(
      {
        db: world.needs.db,
        programme: world.needs.programme,
        levelOf: name => (name === 'slack' ? level : 'metadaten'),
        platforms,
        instanceId: instance.id,
        underWay: new Set(),
        now: world.needs.now,
        operators: operatorsOf(world.needs),
        workplaceUrl: null,
      },
      Number(id),
    )
}

test('each platform is told at its own level', async () => {
  const { slack, teams, web } = await standing()
  expect(slack).toContain('Wann beginnt es in Elmshorn? Frau [Name] fragt auch.')
  expect(slack).not.toMatch(/Quastenberg|Harms/)
  expect(teams).not.toContain('fragt auch')
  expect(web).not.toContain('fragt auch')
})

test('a post that is changed keeps its excerpt, and loses it with the level', async () => {
  await sql()`update tickets set owner = 'Koordination Jugendamt', state = 'in_bearbeitung'`
  await refreshAll('auszug')
  expect((await standing()).slack).toMatch(/zuständig: Koordination Jugendamt.*Frau \[Name\] fragt auch/i)
  await refreshAll('metadaten')
  expect((await standing()).slack).not.toContain('fragt auch')
})

test('when a Vorgang turns out to be about one child, the excerpt is taken back', async () => {
  await sql()`update tickets set data_class = 'einzelfall'`
  await refreshAll('voll')
  expect((await standing()).slack).not.toMatch(/fragt auch|Elmshorn|Quastenberg/)
})
