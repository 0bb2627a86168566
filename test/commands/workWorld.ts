import { eq } from '../../src/db/drizzle.ts'
import { posts, ticketChanges, tickets } from '../../src/db/schema.ts'
import { correspondence, exampleWorld } from './exampleWorld.ts'

/** The example programme with everything that working on a Vorgang touches: channels, letters to the house, a workplace. */
export async function workWorld() {
  const world = await exampleWorld('pinneberg', {
    postTargets: type => [{ platform: 'web', channel: type }],
    outgoing: {
      domain: correspondence.domain,
      alarmTo: ['bereitschaft@kreis.example'],
      procurementTo: ['vergabestelle@kreis.example'],
    },
    workplaceUrl: 'https://kla.kreis.example',
  })
  const bySeq = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!
  return Object.assign(world, {
    bySeq,
    lastChange: async () => (await world.db.select().from(ticketChanges).orderBy(ticketChanges.id)).at(-1),
    /** Writes an announcement that stands in a channel; its id. */
    async announced(seq: number) {
      const { id } = await bySeq(seq)
      const key = `announcement:${id}:web:sonst`
      const [post] = await world.db
        .insert(posts)
        .values({
          programmeId: 'pinneberg',
          ticketId: id,
          key,
          platform: 'web',
          channel: 'sonst',
          reply: { summary: '', audience: 'everyone', blocks: [] },
          state: 'posted',
          address: key,
          createdAt: world.now().toString(),
        })
        .returning()
      return post!.id
    },
    /** Of which posts it was said that they are to be brought up to date. */
    refreshed: () => world.jobs.filter(job => job.kind === 'refreshPost').map(job => job.payload),
  })
}
