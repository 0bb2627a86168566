import { afterEach, beforeEach, expect, test } from 'vitest'
import { posts } from '../../../src/db/schema.ts'
import { refreshPost } from '../../../src/flows/posts/refreshPost.ts'
import { person } from '../../commands/exampleWorld.ts'
import { workWorld } from '../../commands/workWorld.ts'
import { operatorsOf } from './posting.ts'

let world: Awaited<ReturnType<typeof workWorld>>
beforeEach(async () => {
  world = await workWorld()
})
afterEach(() => world.drop())

/** Brings all posts up to date of which that was said; the text of each by its id. */
async function upToDate(): Promise<Map<number, string>> {
  const needs = {
    ...world.needs,
    instanceId: 1,
    underWay: new Set<number>(),
    operators: operatorsOf({ ...world.needs, secret: world.needs.correspondence.secret }),
    platforms: new Map([
      [
        'web',
        {
          name: 'web',
          post: async () => ({ kind: 'posted' as const, address: '' }),
          update: async (_channel: string, address: string) => ({ kind: 'posted' as const, address }),
          findPost: async () => null,
        },
      ],
    ]),
  }
  const ids = new Set(world.refreshed().map(payload => (payload as { postId: number }).postId))
  for (const id of ids) await refreshPost(needs, id)
  const rows = await world.db.select().from(posts)
  return new Map(rows.map(({ id, reply }) => [id, JSON.stringify(reply)]))
}

test('no announcement names a Vorgang that was protected since, and each does again when that is taken away', async () => {
  const [linked, joined, own] = [
    await world.announced(17),
    await world.announced(3),
    await world.announced(14),
  ]
  await world.said('vorgang verknüpfen KA-17 mit KA-14')
  await world.said('vorgang zuordnen KA-3 zu KA-14 wirklich')
  const before = await upToDate()
  for (const id of [linked, joined, own]) expect(before.get(id)).toContain('KA-2024-0014')
  await world.said('vorgang einordnen KA-14 kindeswohl')
  const after = await upToDate()
  for (const id of [linked, joined, own]) expect(after.get(id)).not.toContain('KA-2024-0014')
  await world.said('vorgang einordnen KA-14 normal wirklich', person('asd'))
  const again = await upToDate()
  for (const id of [linked, joined, own]) expect(again.get(id)).toContain('KA-2024-0014')
})
