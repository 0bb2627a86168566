import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSender, type Sender } from '../../src/adapters/smtp/createSender.ts'
import { prepareAnswer } from '../../src/flows/letters/prepareAnswer.ts'
import { sendAnswer } from '../../src/flows/letters/sendAnswer.ts'
import { sendLetter } from '../../src/flows/letters/sendLetter.ts'
import { TryLater } from '../../src/flows/needs.ts'
import { plainSettings } from '../adapters/smtp/letters.ts'
import { type SinkBehaviour, type SmtpSink, startSmtpSink } from '../peers/smtpSink.ts'
import { type Handling, mail, openHandling, secret } from './handling.ts'
import { type SendingProcess, sendingProcess } from './sending.ts'

let sink: SmtpSink
let world: Handling
let process: SendingProcess
let sender: Sender
let answerId: number

beforeEach(async () => {
  sink = await startSmtpSink()
  world = await openHandling()
  sender = createSender(plainSettings(sink.port, { answerSeconds: 1, finalAnswerSeconds: 1 }))
  process = await sendingProcess(world, { senderFor: () => sender })
  await world.arrive([mail()])
  const needs = {
    ...world.needs,
    correspondence: {
      secret,
      domain: 'kreis-pinneberg.de',
      ownAddresses: world.needs.ownAddresses,
      mailServer: true,
    },
  }
  const [ticket] = await sql()`select id from tickets`
  const files = [{ name: 'Übersicht.pdf', contentType: 'application/pdf', bytes: Buffer.alloc(50_000, 1) }]
  const prepared = await prepareAnswer(needs, Number(ticket?.id), { text: 'Guten Tag, ja.', files }, 'web')
  if (prepared.kind !== 'prepared') throw new Error(prepared.why)
  await sendAnswer(needs, prepared.draftId, 'web')
  answerId = Number((await sql()`select id from outgoing_mails where kind = 'answer'`)[0]?.id)
})
afterEach(async () => {
  await sender.stop()
  await sink.stop()
  await process.stop()
  await world.close()
})

const sql = () => world.database.connection.client
const row = async () => (await sql()`select * from outgoing_mails where id = ${answerId}`)[0]!
/** As its job does; 'later' comes back. */
const attempt = () =>
  sendLetter(process.needs, answerId).catch(error => {
    if (!(error instanceof TryLater)) throw error
  })
const refuse = (at: 'connect' | 'mail' | 'rcpt' | 'end', code: number): SinkBehaviour => ({
  kind: 'refuse',
  at,
  code,
})

test.each([
  ['the greeting refuses', refuse('connect', 554), 'ready'],
  ['the sender is put off', refuse('mail', 451), 'ready'],
  ['the recipient is put off', refuse('rcpt', 450), 'ready'],
  ['the letter is put off', refuse('end', 452), 'ready'],
  ['the sender is refused', refuse('mail', 550), 'refused'],
  ['the recipient is refused', refuse('rcpt', 550), 'refused'],
  ['the letter is refused', refuse('end', 554), 'refused'],
  ['the server is silent after the end mark', { kind: 'hang' }, 'uncertain'],
  ['the line breaks after the end mark', { kind: 'cut' }, 'uncertain'],
] as const)('an answer of a person, when %s, never leaves twice', async (_when, behaviour, state) => {
  await sink.behave(behaviour)
  await attempt()
  expect((await row()).state).toBe(state)
  const before = sink.timesAccepted((await row()).message_id)
  await sink.behave({ kind: 'accept' })
  await attempt()
  await attempt()
  const { state: then, message_id: id } = await row()
  expect(then).toBe(state === 'ready' ? 'sent' : state)
  // What was put off leaves exactly once; of what is uncertain nobody knows, and nothing is tried again.
  expect(sink.timesAccepted(id)).toBe(state === 'ready' ? 1 : before)
  expect(before).toBeLessThanOrEqual(1)
  // A person hears of what only a person can decide.
  const posts = await sql()`select key from posts where key like 'answer-%'`
  expect(posts).toHaveLength(state === 'ready' ? 0 : 1)
  expect((await sql()`select state from tickets`)[0]?.state).toBe(
    state === 'refused' ? 'in_bearbeitung' : 'beantwortet',
  )
})

test('a refusal that speaks of us and not of the recipient blocks nobody', async () => {
  // The sink says 5.7.1, a rule of the server.
  await sink.behave(refuse('rcpt', 550))
  await attempt()
  expect((await row()).state).toBe('refused')
  expect(await sql()`select * from blocked_addresses`).toEqual([])
})
