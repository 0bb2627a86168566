import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { clockOf, programmeNamed } from '../buildWorld.ts'
import { offeredCommands } from '../chat/offeredCommands.ts'
import { parseInput } from '../chat/parseInput.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { commands } from '../registry.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { settingsFor } from './settingsFor.ts'

const line = z.object({ id: z.union([z.string(), z.number()]), input: z.string() })

export const parse: CliCommand = {
  usage: '< EINGABEN.jsonl',
  summary: 'liest Zeilen {id, input} und schreibt {id, intent, args}; ändert nichts',
  options: [['EINGABEN.jsonl', 'Zeilen {"id": …, "input": …} auf der Standardeingabe']],
  async run(argv, io) {
    if (argv.length > 0) throw new WrongUsage(`„${argv[0]}“ verstehe ich hier nicht.`)
    const { settings } = settingsFor(io)
    return parseLines(programmeNamed(settings.programme), clockOf(settings)(), io)
  },
}

/** One answer a line, in order. A line that cannot be read is named on standard error and fails the command at the end. */
export async function parseLines(
  programme: Programme,
  now: Temporal.Instant,
  io: Pick<Io, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  const offered = offeredCommands(programme, commands)
  let number = 0
  let failed = false
  for await (const text of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    // Windows editors put a byte order mark in front of the first line.
    const json = text.replace(/^\ufeff/, '').trim()
    if (json === '') continue
    const read = readLine(json)
    if (!read) {
      failed = true
      io.stderr.write(`Zeile ${number}: Erwartet wird ein JSON-Objekt mit „id“ und „input“ (Text).\n`)
      continue
    }
    const { intent, args } = parseInput(offered, programme, read.input, {
      now,
      asker: null,
    })
    if (!io.stdout.write(`${JSON.stringify({ id: read.id, intent, args })}\n`)) await once(io.stdout, 'drain')
  }
  return failed ? 1 : 0
}

function readLine(json: string): z.infer<typeof line> | null {
  try {
    return line.parse(JSON.parse(json))
  } catch {
    return null
  }
}
