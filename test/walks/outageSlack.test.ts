import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { startSlackPeer } from '../peers/slack.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

test.skipIf(missing)(
  '[needs Dovecot] while Slack is down for 10 s letters are handled and acknowledged; the announcement and its news come once',
  { timeout: 180_000 },
  async () => {
    const kla = await around.start()
    const port = Number(new URL(around.slack.apiUrl).port)
    await around.slack.stop()
    await around.dovecot.deliver(letter({ id: 'eins@post.example' }))
    await until(async () => (await around.fate('<eins@post.example>')).acknowledgements === 1)
    // An answer to a letter whose announcement is not out yet.
    const reply = letter({
      id: 'zwei@post.example',
      headers: ['In-Reply-To: <eins@post.example>'],
      text: 'Noch etwas.',
    })
    await around.dovecot.deliver(reply)
    await until(async () => (await around.fate('<zwei@post.example>')).outcomes[0] === 'followup')
    await pause(10_000)
    expect(kla.child.exitCode).toBeNull()

    const back = await startSlackPeer({ port })
    back.addChannel(channel)
    around.slack = back
    await around.timePasses()
    await until(async () => (await around.waiting()) === 0, 60_000)
    const fate = await around.fate('<eins@post.example>')
    expect(fate).toMatchObject({ announcements: 1, acknowledgements: 1 })
    const news = back.messages(channel).filter(message => message.text.startsWith('Neue Nachricht'))
    expect(news).toHaveLength(1)
    // And it listens again.
    await until(() => back.socket.open() > 0, 60_000)
  },
)
