import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Io } from './command.ts'

export interface LineProblem {
  /** German sentence without the line number. */
  problem: string
  /** What stands in the place of the answer, for contracts that promise a line for each line; absent: nothing. */
  instead?: object
}

export interface LineJob<Input> {
  schema: z.ZodType<Input>
  /** Said of a line that does not fit, e.g. "Erwartet wird ein JSON-Objekt mit „id“." */
  expected: string
  /** The answer, or why this line has none. */
  answer(input: Input): object | LineProblem
}

/**
 * Answers JSON Lines one for one, in order, without holding more than a line: the reader waits while the writer is
 * full. A line that cannot be read is named on standard error, the others go on; the result is then 1.
 */
export async function answerLines<Input>(
  io: Pick<Io, 'stdin' | 'stdout' | 'stderr'>,
  job: LineJob<Input>,
): Promise<number> {
  let failed = false
  for await (const line of readLines(io.stdin, job.schema)) {
    const answer = 'input' in line ? job.answer(line.input) : { problem: job.expected }
    if ('problem' in answer) {
      failed = true
      io.stderr.write(`Zeile ${line.number}: ${answer.problem}\n`)
    }
    const said = 'problem' in answer ? (answer as LineProblem).instead : answer
    if (said && !io.stdout.write(`${JSON.stringify(said)}\n`)) await once(io.stdout, 'drain')
  }
  return failed ? 1 : 0
}

/** The filled lines of a stream with their numbers from 1; without `input` where one does not fit. */
export async function* readLines<Input>(
  stream: Readable,
  schema: z.ZodType<Input>,
): AsyncGenerator<{ number: number; input: Input } | { number: number }> {
  let number = 0
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    // Windows editors put a byte order mark in front of the first line.
    const json = text.replace(/^\ufeff/, '').trim()
    if (json === '') continue
    const read = schema.safeParse(parsed(json))
    yield read.success ? { number, input: read.data } : { number }
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
