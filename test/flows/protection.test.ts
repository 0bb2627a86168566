import { afterEach, beforeEach, expect, test } from 'vitest'
import { startInstance } from '../../src/db/instances.ts'
import { refreshPost } from '../../src/flows/posts/refreshPost.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { type Handling, mail, openHandling } from './handling.ts'
import { operatorsOf } from './posts/posting.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const tickets = () => sql()`select * from tickets order by seq`
const outcomes = async () => (await sql()`select outcome from deliveries order by id`).map(row => row.outcome)

const danger = 'Er wird zu Hause geschlagen und hat überall blaue Flecken, bitte helfen Sie ihm sofort.'
const singleCase =
  'Unser Sohn geht in die 2b. Wir haben einen Bescheid, aber seine Schulbegleiterin ist krank.'
const bidder =
  'Wir bereiten einen Teilnahmeantrag für Los 1 vor. Gelten die Eignungsnachweise auch für eine Bietergemeinschaft?'
const answerTo = (id: string) => ({ References: id })

test('a copy that a list sent is automatic and does not swallow the letter that comes directly', async () => {
  const letter = mail({ id: '<liste@post.example>' })
  const listed = `List-Id: <eltern.listen.example>\r\nPrecedence: list\r\n${letter}`
  await world.arrive([listed])
  await world.arrive([letter])
  expect(await outcomes()).toEqual(['automatic', 'ticket'])
})

test('what a list in front of our own mailbox sends is a letter', async () => {
  world.needs.ownAddresses = new Set([...world.needs.ownAddresses, 'projekt@listen.kreis.example'])
  await world.arrive([
    mail({
      headers: {
        'List-Id': '<projekt.listen.kreis.example>',
        'List-Post': '<mailto:projekt@listen.kreis.example>',
      },
    }),
  ])
  expect(await outcomes()).toEqual(['ticket'])
})

test('a machine that carries a hint at a child in danger is put before a person, and gets no answer', async () => {
  await world.arrive([mail({ headers: { 'Auto-Submitted': 'auto-generated' }, body: danger })])
  expect((await tickets())[0]?.data_class).toBe('kindeswohl')
  expect((await sql()`select kind from outgoing_mails`).map(row => row.kind)).toEqual(['alarm'])
})

test('our own acknowledgement, quoted by an absence note, rings no bell', async () => {
  await world.arrive([mail({ id: '<a@post.example>', body: singleCase })])
  const [sent] = await sql()`select body from outgoing_mails`
  const quoted = String(sent?.body).replaceAll(/^/gm, '> ').replaceAll('\n', '\r\n')
  await world.arrive([
    mail({
      subject: 'Abwesenheitsnotiz',
      headers: { 'Auto-Submitted': 'auto-replied' },
      body: `Ich bin bis zum 03.05. nicht im Büro.\r\n\r\n${quoted}`,
    }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'automatic'])
})

test('a letter for other readers gets a Vorgang of its own, linked, so that nobody sees what is not theirs', async () => {
  await world.arrive([mail({ id: '<kind@post.example>', body: singleCase })])
  await world.arrive([mail({ body: bidder, headers: answerTo('<kind@post.example>') })])
  expect((await tickets()).map(ticket => ticket.data_class)).toEqual(['einzelfall', 'vergabe'])
  const [match] = await sql()`select reason from possible_matches`
  expect(match?.reason).toContain('andere zuständige Stellen')
})

test('a general letter joins a protected Vorgang without opening it to anybody', async () => {
  await world.arrive([mail({ id: '<kind@post.example>', body: singleCase })])
  await world.arrive([
    mail({ body: 'Vielen Dank für die Auskunft!', headers: answerTo('<kind@post.example>') }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'followup'])
  expect((await tickets())[0]?.data_class).toBe('einzelfall')
})

test('of a protected Vorgang the channel for everything else hears, and only the number', async () => {
  await world.arrive([
    mail({ from: 'Rektorat <rektorat@schule.example>', id: '<kind@post.example>', body: singleCase }),
  ])
  await sql()`update tickets set owner = 'Allgemeiner Sozialer Dienst', state = 'in_bearbeitung'`
  await world.arrive([
    mail({
      from: 'Rektorat <rektorat@schule.example>',
      body: 'Danke.',
      headers: answerTo('<kind@post.example>'),
    }),
  ])
  const posts = await sql()`select channel, reply from posts order by id`
  expect(posts.map(post => post.channel)).toEqual(['sonst', 'sonst'])
  expect(JSON.stringify(posts[1]?.reply)).not.toMatch(/Sozialer Dienst|in Bearbeitung/)
})

test('a further letter keeps its signs: same-day day, bidder sign, and the word in the news', async () => {
  await world.arrive([mail({ id: '<a@post.example>' })])
  const before = (await tickets())[0]?.due_on
  await world.arrive([
    mail({
      body: 'Hiermit beantrage ich für meine Tochter eine Schulbegleitung.',
      headers: answerTo('<a@post.example>'),
    }),
  ])
  const [ticket] = await tickets()
  expect(ticket?.flags).toContain('antrag_verdacht')
  expect(before).toBe('2024-04-29')
  expect(ticket?.due_on).toBe('2024-04-22')
})

test('when the protection of a Vorgang rises, its announcement is made to show what may still be shown', async () => {
  await world.arrive([mail({ id: '<a@post.example>' })])
  const [post] = await sql()`update posts set state = 'posted', address = key returning id`
  await world.arrive([mail({ body: danger, headers: answerTo('<a@post.example>') })])
  expect(world.jobs.filter(job => job.kind === 'refreshPost')).toEqual([
    { kind: 'refreshPost', payload: { postId: Number(post?.id) } },
  ])
  const shown: Reply[] = []
  const platform = {
    name: 'web' as const,
    post: async () => ({ kind: 'posted' as const, address: '' }),
    update: async (_channel: string, address: string, reply: Reply) => {
      shown.push(reply)
      return { kind: 'posted' as const, address }
    },
    findPost: async () => null,
  }
  const instance = await startInstance(world.database.connection)
  await refreshPost(
    {
      db: world.needs.db,
      programme: world.needs.programme,
      platforms: new Map([['web', platform]]),
      instanceId: instance.id,
      underWay: new Set(),
      now: world.needs.now,
      operators: operatorsOf(world.needs),
      workplaceUrl: null,
    },
    Number(post?.id),
  )
  await instance.stop()
  expect(JSON.stringify(shown)).not.toMatch(/KA-2024|Elmshorn|Schule|Eltern/)
  expect(JSON.stringify(await sql()`select reply from posts`)).not.toMatch(/KA-2024|Elmshorn/)
})

test('half a character at the end of a cut subject is stored, not refused', async () => {
  await world.arrive([
    mail({ subject: `${'a'.repeat(1999)}\uD83D`, body: 'Wann beginnt es in Elmshorn? \uD83D' }),
  ])
  expect(await outcomes()).toEqual(['ticket'])
})
