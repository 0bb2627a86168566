import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sendLetter } from '../../../src/flows/letters/sendLetter.ts'
import { settleByHand } from '../../../src/flows/letters/settleByHand.ts'
import { openAnswering } from '../answering.ts'
import { mail } from '../handling.ts'
import { sendingProcess } from '../sending.ts'

let house: Awaited<ReturnType<typeof openAnswering>>
beforeEach(async () => {
  house = await openAnswering()
})
afterEach(() => house.close())

describe('when it does not leave as it should', () => {
  const posts = () => house.sql`select ticket_id, reply from posts where key like 'answer-%'`
  beforeEach(async () => {
    await house.world.arrive([mail()])
    await house.send(await house.draftOf())
    await house.sql`delete from outgoing_mails where kind <> 'answer'`
  })

  test('refused: the thread hears of it, the Vorgang is not answered, and an unknown address is blocked', async () => {
    house.process.answers.push({
      kind: 'refused',
      reason: 'Antwort des Mailservers: 550 5.1.1 …',
      recipientRefused: '550 5.1.1 <ute.harms@post.example>: user unknown',
    })
    await house.process.sendAll()
    const [post] = await posts()
    expect(post?.ticket_id).not.toBeNull()
    expect(JSON.stringify(post?.reply)).toContain('Eine Antwort zu KA-2024-0001 wurde nicht angenommen')
    expect(JSON.stringify(post?.reply)).not.toContain('post.example')
    expect(await house.ticketState()).toBe('in_bearbeitung')
    expect(await house.sql`select address from blocked_addresses`).toHaveLength(1)
    // A person may try once more in spite of it; the draft warns.
    expect((await house.prepare()).kind).toBe('prepared')
  })

  test('uncertain: the thread hears of it, nothing is sent again, and the Vorgang stays answered', async () => {
    house.process.answers.push({ kind: 'uncertain', reason: 'keine Antwort' })
    await house.process.sendAll()
    await house.process.sendAll()
    expect(house.process.handed).toHaveLength(1)
    expect(JSON.stringify((await posts())[0]?.reply)).toContain('vielleicht nicht angekommen')
    expect(await house.ticketState()).toBe('beantwortet')
  })

  test('its process died while it was handed over: the thread hears of it', async () => {
    const dead = await sendingProcess(house.world)
    await house.sql`update outgoing_mails set state = 'handing-over', claimed_by = ${dead.needs.instanceId}`
    await dead.stop()
    const [row] = await house.sql`select id from outgoing_mails`
    await vi.waitUntil(
      async () => {
        await sendLetter(house.process.needs, Number(row?.id))
        return (await posts()).length === 1
      },
      { timeout: 30_000, interval: 50 },
    )
    expect(JSON.stringify((await posts())[0]?.reply)).toContain('vielleicht nicht angekommen')
    expect(house.process.handed).toEqual([])
  })

  test('held and dropped: the thread hears of it, and the Vorgang is not answered', async () => {
    house.process.needs.caps = { ...house.process.needs.caps, perHour: 1 }
    await house.sql`update outgoing_mails set passed_at = null`
    await house.sql`insert into outgoing_mails (programme_id, kind, key, message_id, to_address, subject, body, html,
      "references", headers, state, created_at, passed_at, likeness)
      values ('pinneberg', 'answer', 'x', '<x@kreis-pinneberg.de>', 'b@post.example', 's', 'b', 'h', '{}', '{}', 'sent',
        ${house.now().toString()}, ${house.now().toString()}, 'x')`
    await house.process.sendAll()
    expect(JSON.stringify((await posts())[0]?.reply)).toContain('wurde zurückgehalten')
    const [held] = await house.sql`select id from outgoing_mails where state = 'held'`
    await settleByHand(
      { ...house.world.needs, programmeId: 'pinneberg' },
      { kind: 'letter', id: Number(held?.id) },
      'drop',
      'cli',
    )
    expect(await house.ticketState()).toBe('in_bearbeitung')
  })

  test('of a Vorgang that no channel may know, the channel hears without its number', async () => {
    await house.sql`update tickets set data_class = 'kindeswohl'`
    house.process.answers.push({ kind: 'refused', reason: 'nein' })
    await house.process.sendAll()
    const [post] = await posts()
    expect(post?.ticket_id).toBeNull()
    expect(JSON.stringify(post?.reply)).not.toContain('KA-2024')
  })
})
