import { clearScreenDown, createInterface, cursorTo, moveCursor } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Person } from '../../reply/incoming.ts'
import { printable } from '../../reply/plainLines.ts'
import { renderText } from '../../reply/renderText.ts'
import type { Action, Reply } from '../../reply/reply.ts'
import type { ChatCore, ChatPlatform } from '../chatTypes.ts'

export interface TerminalOptions {
  input: Readable & { isTTY?: boolean }
  output: Writable & { isTTY?: boolean; columns?: number }
  core: Pick<ChatCore, 'answer'>
  /** How an action that asks for more is typed; there are no forms here. */
  usage?(action: Action): string
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
  const lines = createInterface({
    input,
    output: live ? output : undefined,
    prompt,
    terminal: live,
    historySize: 200,
  })
  const printed = new Set<string>()
  let ended = false
  let answering: Promise<void> = Promise.resolve()

  /** Longer lines are hard to read, however wide the window is. */
  const width = () => Math.min(output.columns ?? 100, 110)
  const { usage } = options
  const shown = (reply: Reply, columns: number) =>
    renderText(reply, { width: columns, ...(usage && { usage }) })

  /** The channel's name stands before the post, and the post is indented, so that it does not run into an answer. */
  function announce(channel: string, post: Reply) {
    print(`#${channel}\n${shown(post, width() - 3).replace(/^(?=.)/gm, '   ')}\n`)
  }

  function print(text: string) {
    // Parts of it come from letters of strangers; an escape sequence could rewrite the screen.
    const shown = `${printable(text)}\n`
    if (!live || ended) return void output.write(shown)
    // The typed line may have wrapped: go to its first row, clear, write, and let readline draw it again.
    const { rows } = lines.getCursorPos()
    cursorTo(output, 0)
    moveCursor(output, 0, -rows)
    clearScreenDown(output)
    output.write(shown)
    // Readline remembers how far below its first row the cursor was and would go up by as much (after a paste it even
    // remembers wrongly). The field is not documented; without it only wrapped lines would be drawn badly.
    Object.assign(lines, { prevRows: 0 })
    lines.prompt(true)
  }

  async function reply(text: string) {
    const answered = await options.core.answer({
      text,
      person: options.person,
      place: { platform: 'terminal', shared: false, channel: 'terminal', thread: null },
    })
    print(`\n${shown(answered, width())}\n`)
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
        announce(channel, post)
        return { kind: 'posted', address: key }
      },
      async update(channel: string, address: string, post: Reply) {
        // What is printed stays; the new state is printed below it.
        announce(channel, post)
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
