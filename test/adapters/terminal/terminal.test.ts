import { PassThrough, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Answer } from '../../../src/adapters/chatTypes.ts'
import { type RunningTerminal, startTerminal } from '../../../src/adapters/terminal/startTerminal.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { Screen } from './screen.ts'

const person = { id: 'terminal', name: 'Koordination Jugendamt', roles: ['koordination_jugendamt' as const] }
const saying = (text: string): Reply => ({
  summary: text,
  blocks: [{ kind: 'text', text }],
  audience: 'everyone',
})
const echo: Answer = async incoming => saying(`Antwort auf ${incoming.text}`)

/** A terminal on a pipe, or on something that behaves like a window without being one. */
function terminal(options: { window: boolean; answer?: Answer }) {
  const input = Object.assign(new PassThrough(), options.window ? { isTTY: true, setRawMode() {} } : {})
  let written = ''
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk)
        done()
      },
    }),
    options.window ? { isTTY: true, columns: 40, rows: 20 } : {},
  )
  const ended = Promise.withResolvers<void>()
  const running: RunningTerminal = startTerminal({
    input,
    output,
    core: { answer: options.answer ?? echo },
    usage: action => `${action.command} <Stelle> grund: <Grund>`,
    person,
    onEnd: () => ended.resolve(),
  })
  return {
    input,
    running,
    ended: ended.promise,
    written: () => written,
    screen: () => new Screen(40).write(written).lines(),
  }
}

const settle = () => new Promise(resolve => setTimeout(resolve, 30))

test('from a pipe every line is answered in order, and the end of the input ends it after the last answer', async () => {
  const slowFirst: Answer = async incoming => {
    await new Promise(resolve => setTimeout(resolve, incoming.text === 'status' ? 60 : 0))
    return saying(`Antwort auf ${incoming.text}`)
  }
  const { input, ended, written } = terminal({ window: false, answer: slowFirst })
  input.end('status\n\n  fristen  \nhilfe')
  await ended
  expect(written().match(/Antwort auf \w+/g)).toEqual([
    'Antwort auf status',
    'Antwort auf fristen',
    'Antwort auf hilfe',
  ])
  expect(written()).not.toContain('> ')
})

test.each(['ende', 'ENDE', '/ende', 'exit', 'quit'])('„%s“ ends the conversation', async word => {
  const { input, ended, written } = terminal({ window: false })
  input.write(`${word}\nstatus\n`)
  await ended
  expect(written()).not.toContain('Antwort')
})

test('Ctrl-C ends it once, also in the middle of a line', async () => {
  const { input, ended } = terminal({ window: true })
  input.write('status reg\x03')
  await ended
})

test('an announcement appears above the line that is being typed, and typing goes on', async () => {
  const { input, running, screen } = terminal({ window: true })
  input.write('status region Elms')
  await settle()
  await running.platform.post(
    'schulen',
    saying('Neue Anfrage KA-2024-0017'),
    'announcement:17:terminal',
    null,
  )
  expect(screen()).toEqual(['#schulen', '   Neue Anfrage KA-2024-0017', '', '> status region Elms'])
  input.write('horn\r')
  await settle()
  expect(screen().join('\n')).toContain('Antwort auf status region Elmshorn')
})

test('a typed line that wraps over three rows is neither doubled nor lost', async () => {
  const { input, running, screen } = terminal({ window: true })
  const typed = 'vorgang liste ort:Elmshorn typ:schule thema:zeitplan zustand:offen frist:diese_woche'
  input.write(typed)
  await settle()
  running.print('Neu')
  running.print('Noch eins')
  const text = screen()
  expect(text.slice(0, 2)).toEqual(['Neu', 'Noch eins'])
  // Without spaces: one may stand at the end of a row, where nobody sees it.
  expect(text.slice(2).join('').replaceAll(' ', '')).toBe(`>${typed.replaceAll(' ', '')}`)
})

test('the text reaches the answer as typed, said by the person at the terminal', async () => {
  const heard: unknown[] = []
  const { input, ended } = terminal({
    window: false,
    answer: async incoming => {
      heard.push(incoming)
      return saying('ja')
    },
  })
  input.end('/status region Elmshorn\n')
  await ended
  expect(heard).toEqual([
    {
      text: '/status region Elmshorn',
      person,
      place: { platform: 'terminal', shared: false, channel: 'terminal', thread: null },
    },
  ])
})

test('a post is found by its key; one that was never printed is not', async () => {
  const { running } = terminal({ window: false })
  await running.platform.post('schulen', saying('Neu'), 'a', null)
  const near = { since: '2024-04-22T07:00:00Z', thread: null }
  expect(await running.platform.findPost('schulen', 'a', near)).toBe('a')
  expect(await running.platform.findPost('schulen', 'b', near)).toBeNull()
})

test('what a stranger wrote cannot command the terminal', async () => {
  const { input, ended, written } = terminal({
    window: false,
    answer: async () => saying('Ort: \x1b]52;c;ZXZpbA==\x07\x1b[2J\u009b31m\u202eEvil\rÜberschrieben'),
  })
  input.end('status\n')
  await ended
  expect(written()).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
})

test('what is a form elsewhere is a line to be typed, and a link is its address, in answers and in announcements', async () => {
  const withActions: Reply = {
    ...saying('Neue Anfrage KA-2024-0017'),
    blocks: [
      {
        kind: 'actions',
        actions: [
          { label: 'Übernehmen', command: 'vorgang übernehmen KA-2024-0017' },
          { label: 'Abgeben …', command: 'vorgang abgeben KA-2024-0017', asks: ['assignee', 'reason'] },
          { label: 'Öffnen', command: '', url: 'https://kla.kreis.example/vorgang/KA-2024-0017' },
        ],
      },
    ],
  }
  const { input, running, ended, written } = terminal({ window: false, answer: async () => withActions })
  await running.platform.post('schulen', withActions, 'a', null)
  input.end('vorgang zeige 17\n')
  await ended
  const lines = [
    '[Übernehmen]  vorgang übernehmen KA-2024-0017',
    '[Abgeben …]   vorgang abgeben KA-2024-0017 <Stelle> grund: <Grund>',
    '[Öffnen]      https://kla.kreis.example/vorgang/KA-2024-0017',
  ]
  expect(written()).toContain(lines.map(line => `   ${line}`).join('\n'))
  expect(written()).toContain(lines.join('\n'))
})
