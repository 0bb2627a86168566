import { clearScreenDown, createInterface, cursorTo, moveCursor } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Person } from '../../reply/incoming.ts'
import type { Reply } from '../../reply/reply.ts'
import { renderText } from '../../reply/renderText.ts'
import type { Answer, ChatPlatform } from '../types.ts'
import { harmless } from './harmless.ts'

export interface TerminalOptions {
  input: Readable & { isTTY?: boolean }
  output: Writable & { isTTY?: boolean; columns?: number }
  answer: Answer
  person: Person
  /** Called once, when the person ends the conversation or the input is over and everything is answered. */
  onEnd(): void
}

export interface RunningTerminal {
  platform: ChatPlatform
  /** Prints a line above the prompt, whatever is being typed. */
  print(line: string): void
  stop(): void
}

const endWords = new Set(['ende', 'exit', 'quit', 'beenden'])
const prompt = '> '

/**
 * A conversation in the terminal. In a window, what arrives is printed above the line that is being typed; from a pipe,
 * each line is answered in order and the end of the input ends the conversation.
 */
export function startTerminal(options: TerminalOptions): RunningTerminal {
  const { input, output } = options
  const live = input.isTTY === true && output.isTTY === true
  const lines = createInterface({ input, output: live ? output : undefined, prompt, terminal: live, historySize: 200 })
  const printed = new Set<string>()
  let ended = false
  let answering: Promise<void> = Promise.resolve()

  function print(text: string) {
    const shown = `${harmless(text)}\n`
    if (!live || ended) return void output.write(shown)
    // The typed line may have wrapped: go to its first row, clear and write. Readline, when it draws the line again,
    // first goes up by as many rows as the cursor was below the first one; so many are given to it.
    const { rows } = lines.getCursorPos()
    cursorTo(output, 0)
    moveCursor(output, 0, -rows)
    clearScreenDown(output)
    output.write(shown + '\n'.repeat(rows))
    lines.prompt(true)
  }

  async function reply(text: string) {
    const answered = await options.answer({
      text,
      person: options.person,
      place: { platform: 'terminal', shared: false, channel: 'terminal', thread: null },
    })
    print(`\n${renderText(answered).trimEnd()}\n`)
  }

  function end() {
    if (ended) return
    ended = true
    lines.close()
    // What was asked before the end is still answered.
    void answering.finally(options.onEnd)
  }

  lines.on('line', line => {
    const text = line.trim()
    if (endWords.has(text.toLowerCase().replace(/^\//, ''))) return end()
    if (text !== '') answering = answering.then(() => reply(text))
    if (live) lines.prompt()
  })
  lines.on('SIGINT', end)
  lines.on('close', end)
  if (live) lines.prompt()

  return {
    platform: {
      name: 'terminal',
      async post(channel: string, post: Reply, key: string) {
        printed.add(key)
        print(announcement(channel, post))
        return { kind: 'posted', address: key }
      },
      async update(channel: string, address: string, post: Reply) {
        // What is printed stays; the new state is printed below it.
        print(announcement(channel, post))
        return { kind: 'posted', address }
      },
      findPost: async (_channel, key) => (printed.has(key) ? key : null),
    },
    print,
    stop() {
      ended = true
      lines.close()
    },
  }
}

/** The channel's name stands before the post and its further lines are indented, so that posts do not run into answers. */
function announcement(channel: string, post: Reply): string {
  const text = renderText(post).trimEnd()
  return `#${channel}  ${text.replace(/\n(?=.)/g, '\n   ')}\n`
}
