import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { understand } from '../../src/chat/parse.ts'
import { type ParsedInput, parseInput } from '../../src/chat/parseInput.ts'
import { changing } from '../../src/chat/phrases/changing.ts'
import { commands } from '../../src/registry.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { processorTime } from '../peers/processorTime.ts'

/*
 * What people of many hands type: in a hurry on the phone, new in the office, formal, in dialect, in English, dictated, tired. Written before
 * the parser was changed and split by a hash of the input: `heldOut` was not looked at while rules were made. A line has `anyOf`, the
 * readings that are right, or `never`: nothing may be changed by it.
 */
interface Line {
  id: string
  input: string
  anyOf?: ParsedInput[]
  never?: true
}

const programme = pinneberg()
const registry = offeredCommands(programme, commands)
const asked = { now: Temporal.Instant.from('2024-04-22T09:14:00+02:00'), asker: null }
const parsed = (input: string) => parseInput(registry, programme, input, asked)

function linesOf(name: string): Line[] {
  const text = readFileSync(new URL(`sentences/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

const isRight = ({ input, anyOf }: Line) => {
  const found = parsed(input)
  return anyOf ? anyOf.some(each => isDeepStrictEqual(each, found)) : !changing.has(found.intent)
}

const isMeantToChange = ({ anyOf }: Line) => anyOf?.some(each => changing.has(each.intent)) ?? false

describe.each([
  { name: 'train', floor: 0.98 },
  { name: 'heldOut', floor: 0.93 },
])('sentences of $name', ({ name, floor }) => {
  const lines = linesOf(name)

  test(`are understood, at least ${floor * 100} of a hundred`, () => {
    const wrong = lines.filter(line => !isRight(line)).map(line => line.input)
    expect(lines.length).toBeGreaterThan(250)
    expect(1 - wrong.length / lines.length, wrong.join('\n')).toBeGreaterThanOrEqual(floor)
  })

  test('that order nothing change nothing', () => {
    const dangerous = lines
      .filter(line => !isMeantToChange(line) && changing.has(parsed(line.input).intent))
      .map(line => line.input)
    expect(dangerous).toEqual([])
  })

  test('never run a change that was not typed as a command', () => {
    const ready = lines
      .filter(line => !isMeantToChange(line))
      .map(line => ({ line, said: understand(registry, programme, line.input, asked) }))
      .filter(({ said }) => said.command?.changes && said.problem === null)
    expect(ready.map(({ line }) => line.input)).toEqual([])
  })
})

test('an input is understood in a few milliseconds of processor time', () => {
  const lines = linesOf('train')
  for (const { input } of lines) parsed(input)
  const took = processorTime()
  for (const { input } of lines) parsed(input)
  expect(took() / lines.length).toBeLessThan(5)
})
