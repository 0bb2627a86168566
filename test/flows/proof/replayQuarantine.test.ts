import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { quarantinedMails } from '../../../src/db/quarantine.ts'
import { auditLog, deliveries, outgoingMails, posts, rawMails, tickets } from '../../../src/db/schema.ts'
import { handleMails } from '../../../src/flows/intake/handleMails.ts'
import { replayQuarantine } from '../../../src/flows/proof/replayQuarantine.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let house: Handling
beforeEach(async () => {
  house = await openHandling()
})
afterEach(() => house.close())

const db = () => house.database.connection.db
const replay = (wanted: number[] | 'alle') =>
  replayQuarantine({ ...house.needs, programmeId: 'pinneberg' }, wanted, 'web:koordination_jugendamt')
const broken = new Error('nobody can read this')

/** Letters that cannot be handled as long as `read` fails. */
async function quarantined(raws: string[], options: { live?: boolean } = {}): Promise<number[]> {
  const { read } = house.needs
  house.needs.read = () => Promise.reject(Object.assign(broken, { german: 'Der Brief ist nicht lesbar.' }))
  const ids = await house.arrive(raws, options)
  house.needs.read = read
  return ids
}

describe('a replay from quarantine', () => {
  test('handles the letter as if it had just come: Vorgang, announcement, acknowledgement, and who ordered it', async () => {
    const [id] = (await quarantined([mail({ from: 'Ute Harms <ute@post.example>' })])) as [number]
    const before = await db().select().from(posts)
    expect(before.map(post => post.key)).toEqual([expect.stringMatching(/^quarantine:/)])

    expect(await replay([id])).toEqual({ released: [id], headersOnly: [], absent: [] })
    expect(house.jobs.at(-1)).toMatchObject({ kind: 'handleMails', payload: { rawMailIds: [id] } })
    await handleMails(house.needs, [id])

    expect(await db().select().from(rawMails)).toMatchObject([{ outcome: 'ticket', reason: null }])
    expect(await db().select().from(deliveries)).toMatchObject([{ outcome: 'ticket' }])
    expect(await db().select().from(outgoingMails)).toMatchObject([
      { kind: 'acknowledgement', toAddress: 'ute@post.example' },
    ])
    expect((await db().select().from(posts)).length).toBe(2)
    expect(await db().select().from(auditLog)).toContainEqual(
      expect.objectContaining({
        action: 'quarantaene_wiederholt',
        actor: 'web:koordination_jugendamt',
        detail: { rawMailId: id },
      }),
    )
  })

  test('asked for twice happens once', async () => {
    const [id] = (await quarantined([mail()])) as [number]
    await Promise.all([replay([id]), replay([id])])
    await handleMails(house.needs, [id])
    expect(await replay([id])).toEqual({ released: [], headersOnly: [], absent: [id] })
    await handleMails(house.needs, [id])
    expect(await db().select().from(tickets)).toHaveLength(1)
    expect(await db().select().from(outgoingMails)).toHaveLength(1)
    const orders = (await db().select().from(auditLog)).filter(
      each => each.action === 'quarantaene_wiederholt',
    )
    expect(orders).toHaveLength(1)
  })

  test('that fails again puts the letter back with the new reason, and the channel is not told again', async () => {
    const [id] = (await quarantined([mail()])) as [number]
    await replay('alle')
    house.needs.read = () => Promise.reject(Object.assign(broken, { german: 'Die Zeit reicht nicht.' }))
    await handleMails(house.needs, [id])
    expect(await quarantinedMails(db(), 'pinneberg')).toMatchObject([
      { id, reason: 'Die Zeit reicht nicht.' },
    ])
    expect(await db().select().from(posts)).toHaveLength(1)
  })

  test('of an archive sends and announces nothing', async () => {
    const ids = await quarantined([mail()], { live: false })
    await replay('alle')
    await handleMails(house.needs, ids)
    expect(await db().select().from(tickets)).toHaveLength(1)
    expect(await db().select().from(outgoingMails)).toEqual([])
    expect(await db().select().from(posts)).toEqual([])
  })

  test('of a letter that came again meanwhile makes no second Vorgang', async () => {
    const raw = mail({ id: '<einmal@post.example>' })
    const ids = await quarantined([raw])
    // The same letter over a list: other bytes, same letter.
    await house.arrive([`Received: by list.example\r\n${raw}`])
    await replay('alle')
    await handleMails(house.needs, ids)
    expect(await db().select().from(tickets)).toHaveLength(1)
    expect((await db().select().from(rawMails)).map(each => each.outcome).sort()).toEqual([
      'duplicate',
      'ticket',
    ])
  })

  test('leaves letters alone that are not there, or of which only the headers are', async () => {
    const [id] = (await quarantined([mail()])) as [number]
    await db().update(rawMails).set({ whole: false })
    expect(await replay([id, 4711])).toEqual({ released: [], headersOnly: [id], absent: [4711] })
    expect(house.jobs.filter(job => job.kind === 'handleMails').at(-1)?.payload).toEqual({ rawMailIds: [id] })
    expect(await db().select().from(rawMails)).toMatchObject([{ outcome: 'quarantined' }])
  })
})
