import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLetters } from '../../src/flows/tickets/readLetters.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { letterBlocks } from '../../src/texts/letters/letterBlocks.ts'
import { type Handling, mail, openHandling } from './handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const inner =
  'Von: Amira Haddad <amira@mail.example>\nGesendet: Montag, 15. April 2024 20:14\nAn: Bürgerservice\nBetreff: Hilfe für Elmshorn\n\nBekommt mein Kind auch nach den Ferien Hilfe?'
const forwarding = (note: string) =>
  mail({
    from: 'Ralf Böttcher <rathaus@stadt.example>',
    subject: 'WG: Hilfe für Elmshorn',
    body: `${note}\n\n${inner}`,
  })

test.each(['Die Mutter wartet seit drei Wochen, bitte heute antworten.', 'Zur Kenntnis'])(
  'who wrote a forwarded letter is kept beside the forwarder, takes no part and gets no letter: %s',
  async note => {
    await world.arrive([forwarding(note)])
    const [message] = await sql()`select from_address, forwarded, body from messages`
    expect(message).toMatchObject({
      from_address: 'rathaus@stadt.example',
      forwarded: {
        from: { name: 'Amira Haddad', address: 'amira@mail.example' },
        subject: 'Hilfe für Elmshorn',
      },
    })
    expect((await sql()`select address from participants`).map(row => row.address)).toEqual([
      'rathaus@stadt.example',
    ])
    expect((await sql()`select to_address from outgoing_mails`).map(row => row.to_address)).not.toContain(
      'amira@mail.example',
    )
  },
)

test('who may read the letter reads both names, and that the inner one is only said', async () => {
  await world.arrive([forwarding('Bitte heute antworten.')])
  const [ticket] = await sql()<{ id: number }[]>`select id::int as id from tickets`
  const letters = await readLetters(world.needs, { id: ticket!.id, programmeId: 'pinneberg' }, 'eva')
  const shown = renderText({ summary: 'Vorgang', audience: 'asker', blocks: letterBlocks(letters) })
  expect(shown).toContain('Ralf Böttcher <rathaus@stadt.example>')
  expect(shown).toContain(
    'Brief von Amira Haddad <amira@mail.example>, „Hilfe für Elmshorn“ (Angabe im Brief)',
  )
})

test('who may read the letter learns that a quote belongs to it which is not shown', async () => {
  await world.arrive([forwarding('Bitte heute antworten.')])
  const [ticket] = await sql()<{ id: number }[]>`select id::int as id from tickets`
  const letters = await readLetters(world.needs, { id: ticket!.id, programmeId: 'pinneberg' }, 'eva')
  const shown = renderText({ summary: 'Vorgang', audience: 'asker', blocks: letterBlocks(letters) })
  expect(shown).toMatch(/Bitte heute antworten\.\s+\[Zitat: \d+ Zeilen\]/)
})

test('a letter that forwards nothing names nobody else', async () => {
  await world.arrive([mail()])
  expect((await sql()`select forwarded from messages`)[0]?.forwarded).toBeNull()
})
