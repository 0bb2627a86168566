import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Verdict } from '../../../src/db/settledByHand.ts'
import { settleByHand } from '../../../src/flows/letters/settleByHand.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
  await world.arrive([mail()])
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const settle = async (kind: 'letter' | 'post', verdict: Verdict) => {
  const [row] =
    kind === 'letter' ? await sql()`select id from outgoing_mails` : await sql()`select id from posts`
  const needs = { ...world.needs, programmeId: 'pinneberg' }
  return settleByHand(needs, { kind, id: Number(row?.id) }, verdict, 'cli')
}

test('a letter that is in no doubt is left alone', async () => {
  expect(await settle('letter', 'again')).toBe(false)
  expect((await sql()`select state from outgoing_mails`)[0]?.state).toBe('ready')
})

test('an uncertain letter can be sent again, and the decision is written down', async () => {
  await sql()`update outgoing_mails set state = 'uncertain', last_error = 'keine Antwort'`
  world.jobs.length = 0
  expect(await settle('letter', 'again')).toBe(true)
  expect((await sql()`select state, last_error from outgoing_mails`)[0]).toEqual({
    state: 'ready',
    last_error: null,
  })
  expect(world.jobs.map(job => job.kind)).toEqual(['sendLetter'])
  expect((await sql()`select action from audit_log order by id desc`)[0]?.action).toBe('versand_wiederholt')
})

test.each(['uncertain', 'refused'])(
  'to let it go like a held one does not send a letter that is %s',
  async state => {
    await sql()`update outgoing_mails set state = ${state}`
    world.jobs.length = 0
    expect(await settle('letter', 'release')).toBe(false)
    expect((await sql()`select state from outgoing_mails`)[0]?.state).toBe(state)
    expect(world.jobs).toEqual([])
  },
)

test('a refused letter can be put down as done and stays unsent', async () => {
  await sql()`update outgoing_mails set state = 'refused'`
  world.jobs.length = 0
  expect(await settle('letter', 'done')).toBe(true)
  expect((await sql()`select state from outgoing_mails`)[0]?.state).toBe('sent')
  expect(world.jobs).toEqual([])
})

test('a post that was given up can be posted again', async () => {
  await sql()`update posts set state = 'failed'`
  world.jobs.length = 0
  expect(await settle('post', 'again')).toBe(true)
  expect(world.jobs.map(job => job.kind)).toEqual(['postToChat'])
})
