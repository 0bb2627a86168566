import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { eq } from '../../../src/db/drizzle.ts'
import { posts, tickets } from '../../../src/db/schema.ts'
import { joinTickets } from '../../../src/flows/tickets/joinTickets.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { coordinator, guest, question, schoolOffice, talkingWorld } from './talking.ts'

let world: Awaited<ReturnType<typeof talkingWorld>>
const opened: { drop(): Promise<void> }[] = []
beforeEach(async () => {
  world = await talkingWorld()
  opened.push(world)
})
afterAll(async () => {
  for (const each of opened) await each.drop()
})

describe('a reply in the thread of a Vorgang', () => {
  async function asked(text = question, author = guest) {
    const said = world.said(text, { author })
    await world.hear(said)
    return said.address
  }
  const state = async () => (await world.rows()).tickets[0]!.state

  it('is kept with the Vorgang, once, with an audit entry that says nothing of it', async () => {
    const thread = await asked()
    const reply = world.said('Das klären wir mit der Schule Hainholz.', { thread, author: coordinator })
    world.wait(3)
    await world.hear(reply, false)
    await world.hear(reply, false)
    const { tickets, messages, audit } = await world.rows()
    expect(messages.map(each => each.authorName)).toEqual(['Gast', 'Koordination Jugendamt'])
    expect(audit.filter(each => each.action === 'im_chat_geschrieben')).toMatchObject([
      { actor: coordinator.id, ticketId: tickets[0]!.id, detail: {} },
    ])
    expect(Date.parse(tickets[0]!.changedAt)).toBeGreaterThan(Date.parse(tickets[0]!.createdAt))
  })

  it('is kept when it stands below the announcement in another channel', async () => {
    await asked()
    await world.db.update(posts).set({ state: 'posted', address: '99.1' }).where(eq(posts.channel, 'C-sonst'))
    await world.hear(
      world.said('Ich frage beim Träger nach', { channel: 'C-sonst', thread: '99.1', author: coordinator }),
      false,
    )
    expect((await world.rows()).messages).toHaveLength(2)
  })

  it('of a colleague who answers makes it beantwortet, and who asked can ask again', async () => {
    const thread = await asked()
    await world.hear(world.said('Ich kümmere mich', { thread, author: coordinator }))
    expect(await state()).toBe('eingegangen')
    await world.hear(
      world.said('Der Start in Elmshorn ist am 1. August 2025.', { thread, author: coordinator }),
    )
    expect(await state()).toBe('beantwortet')
    await world.hear(world.said('Super, danke!', { thread }))
    expect(await state()).toBe('beantwortet')
    await world.hear(world.said('Und gilt das auch für die Grundschule Kaltenweide?', { thread }))
    expect(await state()).toBe('in_bearbeitung')
  })

  it('of a guest never answers, nor does one of whoever asked', async () => {
    const thread = await asked(question, schoolOffice)
    await world.hear(world.said('Der Start ist am 1. August 2025.', { thread, author: schoolOffice }))
    await world.hear(world.said('Bei uns hieß es erst im Herbst 2026.', { thread }))
    expect(await state()).toBe('eingegangen')
  })

  it('opens a closed question again when more is asked, not when somebody says thanks', async () => {
    const thread = await asked()
    await world.db.update(tickets).set({ state: 'abgeschlossen', closedAt: world.needs.now().toString() })
    await world.hear(world.said('Danke euch!', { thread }))
    expect(await state()).toBe('abgeschlossen')
    await world.hear(world.said('Wer zahlt eigentlich die Räume in den Schulen?', { thread }))
    expect((await world.rows()).tickets).toMatchObject([{ state: 'in_bearbeitung', closedAt: null }])
  })

  it('about a child in danger gets a Vorgang of its own that no channel hears of', async () => {
    const thread = await asked()
    const before = (await world.rows()).posts.length
    const hint = await world.hear(
      world.said('Der Junge in der 2a hat überall blaue Flecken, der Vater schlägt ihn.', { thread }),
    )
    const { tickets, messages, posts, letters } = await world.rows()
    expect(tickets.map(each => each.dataClass)).toEqual(['allgemein', 'kindeswohl'])
    expect(messages.map(each => each.ticketId)).toEqual(tickets.map(each => each.id))
    expect(posts).toHaveLength(before)
    expect(letters.map(each => each.toAddress)).toEqual(['bereitschaft@kreis.example'])
    expect(renderText(hint!)).toMatch(/110/)
  })

  it('with health data protects the Vorgang as a letter would, and its posts say less', async () => {
    const thread = await asked('Welche Aufgaben hat die Klassenassistenz im Ganztag?')
    world.jobs.length = 0
    await world.hear(
      world.said(
        'Bei uns geht es um meine Tochter, sie hat Autismus und Epilepsie, laut Arzt Pflegegrad 3.',
        { thread },
      ),
    )
    const { tickets, posts } = await world.rows()
    expect(tickets[0]!.dataClass).toBe('einzelfall')
    expect(world.jobs.filter(job => job.kind === 'refreshPost')).toHaveLength(posts.length)
  })
})

it('a reply that comes while its Vorgang is put to another one is kept with that one, and the emptied one stays closed', async () => {
  const [one, two] = [world.said(question), world.said('Wer zahlt die Räume der Klassenassistenz in Wedel?')]
  await world.hear(one)
  await world.hear(two)
  const [from, into] = (await world.rows()).tickets.map(({ id }) => id)
  const [written, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const enqueue = async () => {
    written.resolve()
    await go.promise
  }
  const joining = joinTickets({ ...world.needs, enqueue }, from!, into!, coordinator, { withoutHint: true })
  await written.promise
  const hearing = world.hear(world.said('Und wann startet Pinneberg?', { thread: one.address }))
  // It waits for the lock of a Vorgang that is open as far as it knows.
  await expect.poll(() => waitingForLocks(world)).toBeGreaterThan(0)
  go.resolve()
  await Promise.all([joining, hearing])
  const { messages, tickets } = await world.rows()
  expect(messages.map(each => each.ticketId)).toEqual([into, into, into])
  expect(tickets[0]!.state).toBe('abgeschlossen')
})

async function waitingForLocks({ connection }: typeof world): Promise<number> {
  const [row] = await connection.client`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return Number(row!.count)
}
