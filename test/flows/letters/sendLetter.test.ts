import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LetterOut, LetterSender, SendResult } from '../../../src/adapters/types.ts'
import { startInstance } from '../../../src/db/instances.ts'
import { usualCaps } from '../../../src/domain/mail/outgoing/outgoingGate.ts'
import { type SendNeeds, sendLetter } from '../../../src/flows/letters/sendLetter.ts'
import { type Handling, mail, openHandling, secret } from '../handling.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
let handed: LetterOut[]
let answers: (SendResult | 'throw' | 'throw-after-hand-over')[]

beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
  handed = []
  answers = []
  await world.arrive([mail()])
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

/** A sender that does what the test says; a letter counts as handed over when its end mark was written. */
function needs(): SendNeeds & { sender: LetterSender } {
  const sender: LetterSender = {
    async send(letter, beforeFinalByte) {
      const answer = answers.shift() ?? { kind: 'sent' as const, response: '250 ok' }
      if (answer === 'throw') throw new Error('defect')
      if (typeof answer === 'object' && answer.kind === 'later') return answer
      await beforeFinalByte()
      handed.push(letter)
      if (answer === 'throw-after-hand-over') throw new Error('defect')
      return answer
    },
    check: async () => null,
  }
  return {
    db: world.database.connection.db,
    now: world.needs.now,
    enqueue: world.needs.enqueue,
    instanceId: instance.id,
    underWay: new Set(),
    postTargets: world.needs.postTargets,
    from: { name: 'Kreis', address: 'klassenassistenz@kreis-pinneberg.de' },
    caps: usualCaps,
    secret,
    copies: false,
    sender,
    senderFor: () => sender,
  }
}

const letterId = async () =>
  Number((await world.database.connection.client`select id from outgoing_mails`)[0]?.id)
const state = async () => (await world.database.connection.client`select state from outgoing_mails`)[0]?.state

test('a letter is sent once, however often its job runs', async () => {
  const id = await letterId()
  await sendLetter(needs(), id)
  await sendLetter(needs(), id)
  expect(handed).toHaveLength(1)
  expect(await state()).toBe('sent')
  const out = await world.database.connection.client`select message_id from messages where direction = 'out'`
  expect(out[0]?.message_id).toBe(handed[0]?.messageId)
})

test('two jobs for one letter at the same time send it once', async () => {
  const id = await letterId()
  const one = needs()
  const other = await startInstance(world.database.connection)
  const elsewhere = { ...needs(), instanceId: other.id }
  await Promise.all([sendLetter(one, id), sendLetter(one, id), sendLetter(elsewhere, id)])
  await other.stop()
  expect(handed).toHaveLength(1)
})

test('"later" is repeated, and the repetition is byte for byte the same letter', async () => {
  const id = await letterId()
  answers = [{ kind: 'later', reason: 'voll' }]
  await expect(sendLetter(needs(), id)).rejects.toThrow('voll')
  expect(await state()).toBe('ready')
  await sendLetter(needs(), id)
  expect(handed).toHaveLength(1)
})

test('a defect before anything left does not strand the letter in the hands of this process', async () => {
  const id = await letterId()
  answers = ['throw']
  await expect(sendLetter(needs(), id)).rejects.toThrow()
  await sendLetter(needs(), id)
  expect(handed).toHaveLength(1)
  expect(await state()).toBe('sent')
})

test('a defect after the hand-over leaves the letter to a person and is never repeated', async () => {
  const id = await letterId()
  answers = ['throw-after-hand-over']
  await expect(sendLetter(needs(), id)).rejects.toThrow()
  await sendLetter(needs(), id)
  expect(handed).toHaveLength(1)
  expect(await state()).toBe('uncertain')
})

test('what a dead process had claimed is taken over; what it was handing over is uncertain', async () => {
  const id = await letterId()
  const dead = await startInstance(world.database.connection)
  await dead.stop()
  await world.database.connection.client`update outgoing_mails set state = 'claimed', claimed_by = ${dead.id}`
  await sendLetter(needs(), id)
  expect(await state()).toBe('sent')
  await world.database.connection
    .client`update outgoing_mails set state = 'handing-over', claimed_by = ${dead.id}`
  await sendLetter(needs(), id)
  expect(await state()).toBe('uncertain')
  expect(handed).toHaveLength(1)
})

test('what a living process has in hand is left to it', async () => {
  const id = await letterId()
  const other = await startInstance(world.database.connection)
  await world.database.connection
    .client`update outgoing_mails set state = 'claimed', claimed_by = ${other.id}`
  await sendLetter(needs(), id)
  expect(handed).toHaveLength(0)
  expect(await state()).toBe('claimed')
  await other.stop()
})

test('an alarm that was refused is said in the channel at once, without its number', async () => {
  await world.database.connection.client`update outgoing_mails set kind = 'alarm'`
  answers = [{ kind: 'refused', reason: '550 unbekannt' }]
  world.jobs.length = 0
  await sendLetter(needs(), await letterId())
  expect(world.jobs.map(job => job.kind)).toEqual(['postToChat'])
  const [post] = await world.database.connection
    .client`select reply from posts where key like 'undelivered:%'`
  expect(JSON.stringify(post?.reply)).not.toContain('KA-2024')
})

test('an instance that was thought dead does not put back a letter that another one has', async () => {
  const id = await letterId()
  const other = await startInstance(world.database.connection)
  const mine = needs()
  mine.sender.send = async () => {
    await world.database.connection
      .client`update outgoing_mails set claimed_by = ${other.id}, state = 'handing-over'`
    return { kind: 'later', reason: 'Verbindung verloren' }
  }
  await expect(sendLetter(mine, id)).rejects.toThrow()
  expect(await state()).toBe('handing-over')
  await other.stop()
})
