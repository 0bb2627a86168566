import { afterEach, beforeEach, expect, test } from 'vitest'
import { rawMail } from '../mails/letterIn.ts'
import { type Handling, openHandling } from './handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

test('an encrypted letter becomes a Vorgang whose readers and channel are told that nobody could read it', async () => {
  await world.arrive([rawMail('smime-verschluesselt')])
  const sql = world.database.connection.client
  const [message] = await sql`select body from messages`
  expect(message?.body).toMatch(/^Der Brief ist verschlüsselt und konnte nicht gelesen werden\./)
  expect(JSON.stringify(await sql`select reply from posts`)).toContain('verschlüsselter Brief, nicht lesbar')
  // What leaves the house says that a letter came, not that anybody knows what is in it.
  const [letter] = await sql`select body from outgoing_mails`
  expect(letter?.body).toContain('bei uns eingegangen')
  expect(letter?.body).not.toMatch(/haben .*gelesen|verstanden|Raumplan/)
})

test('a signed letter is one like any other', async () => {
  await world.arrive([rawMail('smime-undurchsichtig')])
  const sql = world.database.connection.client
  const [message] = await sql`select body, attachments from messages`
  expect(message?.body).toContain('für die Klassenassistenz in Hörnerkirchen')
  expect(message?.body).not.toContain('verschlüsselt')
  expect(JSON.stringify(await sql`select reply from posts`)).not.toContain('verschlüsselt')
})
