import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import type { KlaProcess } from '../peers/kla.ts'
import { eventually } from '../peers/slack.ts'
import { pressedButton, slashCommand } from '../peers/slackPayloads.ts'
import { letter } from './letters.ts'
import { announcementsOf, channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()
const coordinator = 'U0COORD'
const stranger = 'U0FREMD'
/** On the list by the address only. */
const colleague = { user: 'U0NEU', channel: 'D0NEU', mail: 'schulamt@kreis.example' }

let around: Surrounded
let kla: KlaProcess
let folder: string
/** Number of the Vorgang of the first letter, "KA-2026-0001". */
let number: string

// One letter comes in; every test looks at what became of it from another side.
beforeAll(async () => {
  if (missing) return
  folder = mkdtempSync(join(tmpdir(), 'kla-people-'))
  const people = join(folder, 'personen.yaml')
  writeFileSync(
    people,
    `- id: slack:${coordinator}\n  name: Koordination Jugendamt\n  rollen: [koordination_jugendamt]\n` +
      `- mail: ${colleague.mail}\n  name: Koordination Schulamt\n  rollen: [koordination_schulamt]\n`,
  )
  around = await surroundings()
  kla = await around.start({ KLA_PEOPLE: people })
  await around.dovecot.deliver(letter({ id: 'anfrage@post.example' }))
  await until(async () => (await around.fate('<anfrage@post.example>')).acknowledgements === 1)
  await until(async () => (await around.waiting()) === 0)
  number = (await around.fate('<anfrage@post.example>')).tickets[0]!
})

afterAll(async () => {
  if (missing) return
  await around.stop()
  rmSync(folder, { recursive: true })
})

test.skipIf(missing)(
  '[needs Dovecot] a letter becomes one Vorgang, announced without a word of it, and acknowledged to its sender',
  async () => {
    expect(await around.fate('<anfrage@post.example>')).toEqual({
      outcomes: ['ticket'],
      tickets: [expect.stringMatching(/^KA-20\d\d-0001$/)],
      announcements: 1,
      acknowledgements: 1,
    })
    const said = JSON.stringify(announcementsOf(around.slack, [number]))
    expect(said).toContain('Elmshorn')
    for (const secret of ['Thiessen', 'post.example', 'Viele Grüße', 'Frage zum Start'])
      expect(said).not.toContain(secret)
    const [sent] = around.sink.letters()
    expect(sent).toMatchObject({
      to: ['thiessen@post.example'],
      headers: {
        'in-reply-to': '<anfrage@post.example>',
        'auto-submitted': 'auto-replied',
        subject: expect.stringContaining(number),
      },
    })
  },
)

test.skipIf(missing)(
  '[needs Dovecot] the citizen’s answer to the acknowledgement joins the Vorgang, told in the thread of the announcement',
  async () => {
    const [acknowledgement] = around.sink.letters()
    const id = acknowledgement!.headers['message-id']!
    await around.dovecot.deliver(
      letter({
        id: 'antwort@post.example',
        subject: `Re: ${acknowledgement!.headers.subject}`,
        headers: [`In-Reply-To: ${id}`, `References: <anfrage@post.example> ${id}`],
        text: 'Danke. Gilt das auch für die zweite Klasse?',
      }),
    )
    await until(async () => (await around.fate('<antwort@post.example>')).outcomes[0] !== undefined)
    await until(async () => (await around.waiting()) === 0)
    const [row] = await around.rows<{ number: string; outcome: string }>(
      `select t.number, m.outcome from raw_mails m join tickets t on t.id = m.ticket_id
       where m.message_id = '<antwort@post.example>'`,
    )
    expect(row).toEqual({ number, outcome: 'followup' })
    const [announcement] = announcementsOf(around.slack, [number])
    const news = around.slack.messages(channel).filter(message => message.thread_ts === announcement!.ts)
    expect(news.map(message => message.text)).toEqual([`Neue Nachricht zu ${number}`])
    expect((await around.fate('<antwort@post.example>')).acknowledgements).toBe(0)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] /kla status region Elmshorn and /status region Elmshorn answer the same, with the open Vorgang',
  async () => {
    const [long, short] = [
      await command({ text: 'status region Elmshorn' }),
      await command({ command: '/status', text: 'region Elmshorn' }),
    ]
    expect(JSON.stringify(long.blocks)).toContain('Region 1: Elmshorn, Pinneberg, Barmstedt')
    expect(JSON.stringify(long.blocks)).toMatch(/1 offen: Eltern 1/)
    expect(short).toEqual(long)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] who is not on the list of people gets what is public and nothing about Vorgänge',
  async () => {
    const status = JSON.stringify(await command({ text: 'status region Elmshorn', user: stranger }))
    expect(status).toContain('Region 1: Elmshorn, Pinneberg, Barmstedt')
    expect(status).toContain('01.08.2025')
    for (const text of ['vorgang liste', `vorgang zeige ${number}`, `vorgang übernehmen ${number}`]) {
      const refused = JSON.stringify(await command({ text, user: stranger }))
      expect(refused, text).not.toMatch(/Eltern|Zeitplan|Thiessen/)
    }
    expect(status).not.toMatch(/offen: Eltern|Thiessen/)
    // Control: the same question of the coordinator is answered.
    expect(JSON.stringify(await command({ text: 'vorgang liste' }))).toContain(number)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] the button „Übernehmen“ gives the Vorgang an owner, and does nothing for a stranger',
  async () => {
    const [announcement] = announcementsOf(around.slack, [number])
    const value = buttonOf(announcement!.blocks, 'Übernehmen')
    const press = (user: string) => {
      const responseUrl = around.slack.responseUrl()
      const pressed = { value, message: announcement!.ts, channel, user, responseUrl }
      return around.slack.socket.send('interactive', pressedButton(pressed))
    }
    const answers = () => around.slack.responses.length + around.slack.ephemeral.length
    const before = answers()
    await press(stranger)
    await eventually(() => answers() > before)
    expect(await ownerOf(number)).toBeNull()
    await press(coordinator)
    await until(async () => (await ownerOf(number)) === 'Koordination Jugendamt')
    await eventually(() =>
      around.slack.messages(channel).some(message => message.thread_ts && /Zuständig/.test(textOf(message))),
    )
  },
)

test.skipIf(missing)(
  '[needs Dovecot] a colleague links the own account with a code that comes by mail, and sees Vorgänge from then on',
  async () => {
    const { mail, ...own } = colleague
    around.slack.addChannel(own.channel, 'im')
    const codes = () => around.sink.letters().filter(({ to }) => to.includes(mail))
    expect(JSON.stringify(await command({ text: 'vorgang liste', ...own }))).not.toContain(number)
    await command({ text: `ich ${mail}`, ...own })
    const [sent] = await eventually(() => (codes().length > 0 ? codes() : undefined))
    const code = /ich code (\d{6})/.exec(sent!.raw)?.[1]
    expect(JSON.stringify(await command({ text: `ich code ${code}`, ...own }))).toContain(
      'Koordination Schulamt',
    )
    expect(JSON.stringify(await command({ text: 'vorgang liste', ...own }))).toContain(number)
    // What the program writes down about itself holds neither.
    expect(kla.output()).not.toContain(mail)
    expect(kla.output()).not.toContain(code)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] the web page of the same process shows the announcement, to nobody without its token',
  async () => {
    const origin = new URL(kla.webUrl).origin
    expect((await fetch(origin)).status).toBe(401)
    const cookie = (await fetch(kla.webUrl)).headers.get('set-cookie')!.split(';')[0]!
    const page = await (await fetch(origin, { headers: { cookie } })).text()
    expect(page.replace(/<[^>]+>/g, '')).toContain(`Anfrage ${number}`)
    expect(page).not.toMatch(/Thiessen|Viele Grüße/)
  },
)

async function command(said: { command?: string; text: string; user?: string; channel?: string }) {
  const responseUrl = around.slack.responseUrl()
  const { pathname } = new URL(responseUrl)
  const { ackedAfter } = await around.slack.socket.send(
    'slash_commands',
    slashCommand({ user: coordinator, channel, responseUrl, ...said }),
  )
  // Slack gives up after three seconds.
  expect(ackedAfter).toBeLessThan(3_000)
  const { body } = await eventually(() => around.slack.responses.find(each => each.path === pathname))
  return body
}

async function ownerOf(ticket: string): Promise<string | null> {
  const [row] = await around.rows<{ owner: string | null }>(
    `select owner from tickets where number = '${ticket}'`,
  )
  return row!.owner
}

const textOf = (message: object) => JSON.stringify(message)

function buttonOf(blocks: { type: string; [field: string]: unknown }[], label: string): string {
  const buttons = blocks.flatMap(block =>
    block.type === 'actions' ? (block.elements as { text: { text: string }; value: string }[]) : [],
  )
  return buttons.find(button => button.text.text === label)!.value
}
