import { expect, test } from 'vitest'
import { askedUsage } from '../../src/chat/commandLine.ts'
import { commands } from '../../src/registry.ts'

test.each([
  {
    command: 'vorgang abgeben KA-2024-0017',
    asks: ['assignee', 'reason'],
    line: 'vorgang abgeben KA-2024-0017 <',
  },
  { command: 'Vorgang Abgeben KA-17', asks: ['reason'], line: 'Vorgang Abgeben KA-17 ' },
  { command: 'vorgang abgeben KA-17', asks: ['unknown'], line: 'vorgang abgeben KA-17 …' },
  { command: 'gibt es nicht', asks: ['reason'], line: 'gibt es nicht …' },
])('„$command“ that asks for $asks is typed as „$line…“', ({ command, asks, line }) => {
  expect(askedUsage(commands, { command, asks }).startsWith(line)).toBe(true)
})

test('what is asked for stands there as in the usage of the command, with the word that leads it', () => {
  const line = askedUsage(commands, { command: 'vorgang abgeben KA-17', asks: ['assignee', 'reason'] })
  expect(line).toMatch(/^vorgang abgeben KA-17 (an:)?<[^>]+> \[?grund: <[^>]+>\]?$/)
})
