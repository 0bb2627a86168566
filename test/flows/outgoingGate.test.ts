import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { block } from '../../src/db/blockedAddresses.ts'
import type { Verdict } from '../../src/db/settledByHand.ts'
import { usualCaps } from '../../src/domain/mail/outgoing/outgoingGate.ts'
import { settleByHand } from '../../src/flows/letters/settleByHand.ts'
import { type Handling, mail, openHandling } from './handling.ts'
import { type SendingProcess, sendingProcess } from './sending.ts'

let now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
let world: Handling
let one: SendingProcess
let other: SendingProcess

beforeEach(async () => {
  now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
  world = await openHandling(() => now)
  one = await sendingProcess(world)
  other = await sendingProcess(world)
})
afterEach(async () => {
  await one.stop()
  await other.stop()
  await world.close()
})

const sql = () => world.database.connection.client
const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await sql()`select state, count(*)::int as n from outgoing_mails group by state`).map(row => [
      row.state,
      row.n,
    ]),
  )
const heldPosts = () => sql()`select reply from posts where key like 'held:%'`
const sendAll = () => Promise.all([one.sendAll(3), other.sendAll(3)])
/** Answers of a program that has another address and other numbers each time, and no header that gives it away. */
const fromCrm = (i: number, domain = 'crm.example') =>
  mail({
    from: `Kundenservice <fall-${i}@${domain}>`,
    subject: `AW: [KA-2024-${String(i).padStart(4, '0')}] Ihre Anfrage ist eingegangen [#${88_000 + i}]`,
    body: `Guten Tag, Ihre Anfrage hat die Nummer ${88_000 + i}.`,
  })
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('a chain of answers between programs (D13)', () => {
  test('with a fresh address each time ends at the cap for its domain and subject, exactly, among six workers of two processes', async () => {
    await world.arrive(range(50).map(i => fromCrm(i)))
    await sendAll()
    expect(await counts()).toEqual({ sent: usualCaps.alikePerHour, held: 50 - usualCaps.alikePerHour })
    expect([...one.handed, ...other.handed]).toHaveLength(usualCaps.alikePerHour)
    const [letter] = await sql()`select last_error from outgoing_mails where state = 'held'`
    expect(letter?.last_error).toContain('KLA_MAIL_CAP_DOMAIN_HOUR')
    expect(await heldPosts()).toHaveLength(1)
  })

  test('does not silence other people of the domain, nor other domains', async () => {
    await world.arrive(range(25).map(i => fromCrm(i)))
    await sendAll()
    await world.arrive([
      mail({ from: 'a@crm.example', subject: 'Wann geht es los?' }),
      fromCrm(99, 'anderswo.example'),
    ])
    await sendAll()
    expect(await counts()).toEqual({ sent: usualCaps.alikePerHour + 2, held: 5 })
  })

  test('is tried anew in the next hour, by new letters; what is held waits for a person', async () => {
    await world.arrive(range(22).map(i => fromCrm(i)))
    await sendAll()
    now = now.add({ minutes: 61 })
    await world.arrive([fromCrm(100)])
    await sendAll()
    expect(await counts()).toEqual({ sent: usualCaps.alikePerHour + 1, held: 2 })
  })
})

test('one address gets ten acknowledgements a day and not one more; each letter has its Vorgang; the next day begins anew', async () => {
  await world.arrive(range(15).map(i => mail({ subject: `Frage ${'abcdefghijklmnop'[i]}` })))
  await sendAll()
  expect(await counts()).toEqual({ sent: usualCaps.addressPerDay, held: 5 })
  expect((await sql()`select count(*)::int as n from tickets`)[0]?.n).toBe(15)
  now = Temporal.Instant.from('2024-04-23T00:00:01+02:00')
  await world.arrive([mail({ subject: 'Noch eine Frage' })])
  await sendAll()
  expect((await counts()).sent).toBe(usualCaps.addressPerDay + 1)
})

test('everything together has a cap, whoever the letters are from', async () => {
  const caps = { ...usualCaps, perHour: 7 }
  one.needs.caps = caps
  other.needs.caps = caps
  await world.arrive(range(20).map(i => mail({ from: `p${i}@post${i}.example`, subject: `Thema ${i}` })))
  await sendAll()
  expect(await counts()).toEqual({ sent: 7, held: 13 })
})

test('the channel hears of it once an hour, without address, subject and number', async () => {
  one.needs.caps = { ...usualCaps, perHour: 1 }
  await world.arrive([mail(), mail(), mail()])
  await one.sendAll()
  now = now.add({ minutes: 10 })
  await world.arrive([mail(), mail()])
  await one.sendAll()
  const [post, ...more] = await heldPosts()
  expect(more).toEqual([])
  expect(JSON.stringify(post?.reply)).toContain('kla outbox')
  expect(JSON.stringify(post?.reply)).not.toMatch(/post\.example|Wann geht|KA-2024/)
  now = now.add({ hours: 1 })
  await world.arrive([mail(), mail()])
  await one.sendAll()
  expect(await heldPosts()).toHaveLength(2)
})

test('a letter that the server put off is counted once, however often it is tried', async () => {
  one.needs.caps = { ...usualCaps, perHour: 2 }
  await world.arrive([mail(), mail({ from: 'b@post.example', subject: 'Anderes' })])
  one.answers.push({ kind: 'later', reason: 'voll' }, { kind: 'later', reason: 'voll' })
  await one.sendAll(1).catch(() => {})
  await one.sendAll(1).catch(() => {})
  await one.sendAll(1)
  expect(await counts()).toEqual({ sent: 2 })
})

test('D12: a blocked address gets no automatic letter of any kind', async () => {
  await block(
    world.needs.db,
    'pinneberg',
    [{ address: 'ute.harms@post.example', reason: '5.1.1 unbekannt' }],
    now.toString(),
  )
  await world.arrive([mail(), mail({ from: 'anders@post.example' })])
  await sql()`insert into outgoing_mails
    (programme_id, kind, key, message_id, to_address, subject, body, html, "references", headers, state, created_at)
    values ('pinneberg', 'feedback', 'f', '<f@kreis-pinneberg.de>', 'ute.harms@post.example', 'Zu groß', 't', 'h', '{}', '{}',
            'ready', ${now.toString()})`
  await sendAll()
  expect(await counts()).toEqual({ sent: 1, held: 2 })
  expect([...one.handed, ...other.handed].map(letter => letter.to)).toEqual(['anders@post.example'])
})

describe('hints at a child in danger', () => {
  const danger = (i: number) =>
    mail({
      from: `schule${i}@post.example`,
      subject: `Sorge ${i}`,
      body: `Guten Tag, das Kind wird zu Hause geschlagen und hat Angst, nach Hause zu gehen. Fall ${i}.`,
    })
  const alarms = () => [...one.handed, ...other.handed].filter(letter => letter.to.startsWith('bereitschaft'))

  test('leave however many acknowledgements are held', async () => {
    one.needs.caps = { ...usualCaps, perHour: 1, addressPerDay: 1, alikePerHour: 1 }
    await world.arrive(range(6).map(danger))
    await one.sendAll()
    expect(alarms()).toHaveLength(6)
    expect((await counts()).held).toBe(5)
  })

  test('become one letter every ten minutes when they are a flood, never silence, and never because of other hints', async () => {
    one.needs.caps = { ...usualCaps, housePerHour: 3, perHour: 0, alikePerHour: 0 }
    await world.arrive(range(8).map(danger))
    await one.sendAll()
    await one.sendAll()
    const subjects = () => alarms().map(letter => letter.subject)
    expect(subjects().filter(subject => /bitte sofort öffnen/.test(subject))).toHaveLength(3)
    expect(subjects().filter(subject => /alle neuen Vorgänge/.test(subject))).toHaveLength(1)
    now = now.add({ minutes: 10 })
    await world.arrive([danger(20), danger(21)])
    await one.sendAll()
    await one.sendAll()
    expect(subjects().filter(subject => /alle neuen Vorgänge/.test(subject))).toHaveLength(2)
    expect(world.jobs.filter(job => job.kind === 'sendLetter' && job.urgent).length).toBeGreaterThan(0)
    // When the flood is over single hints come again.
    now = now.add({ hours: 1 })
    await world.arrive([danger(30)])
    await one.sendAll()
    expect(subjects().filter(subject => /bitte sofort öffnen/.test(subject))).toHaveLength(4)
  })
})

describe('a held letter', () => {
  const settle = (id: number, verdict: Verdict) =>
    settleByHand({ ...world.needs, programmeId: 'pinneberg' }, { kind: 'letter', id }, verdict, 'cli')
  const heldId = async () =>
    Number((await sql()`select id from outgoing_mails where state = 'held' order by id`)[0]?.id)
  beforeEach(async () => {
    one.needs.caps = { ...usualCaps, perHour: 1 }
    await world.arrive([mail(), mail(), mail()])
    await one.sendAll()
  })

  test('that a person lets go leaves, is not stopped again, and counts', async () => {
    const id = await heldId()
    for (const unfit of ['done', 'again'] as const) expect(await settle(id, unfit)).toBe(false)
    expect(await settle(id, 'release')).toBe(true)
    await one.sendAll()
    expect(await counts()).toEqual({ sent: 2, held: 1 })
    now = now.add({ minutes: 30 })
    await world.arrive([mail()])
    await one.sendAll()
    expect(await counts()).toEqual({ sent: 2, held: 2 })
  })

  test('that a person drops never leaves, and is in no list any more', async () => {
    const id = await heldId()
    expect(await settle(id, 'drop')).toBe(true)
    expect(await settle(id, 'release')).toBe(false)
    await one.sendAll()
    expect(await counts()).toEqual({ sent: 1, held: 1, dropped: 1 })
    expect((await sql()`select action from audit_log order by id desc limit 1`)[0]?.action).toBe(
      'versand_verworfen',
    )
  })

  test('is not taken up again by a process that starts', async () => {
    const { resume } = await import('../../src/flows/upkeep/resume.ts')
    world.jobs.length = 0
    await resume({ db: world.needs.db, enqueue: world.needs.enqueue, programmeId: 'pinneberg' })
    expect(world.jobs.filter(job => job.kind === 'sendLetter')).toEqual([])
  })
})
