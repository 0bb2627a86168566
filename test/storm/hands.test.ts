import { describe, expect, test } from 'vitest'
import { type Change, unexplained } from './hands.ts'

// The storm is only as good as what it would find: each rule is shown something wrong here.

const change = (at: number, to: string, holder: number | null = 1, letter = 7): Change => ({
  letter,
  from: null,
  to,
  holder,
  at,
})
const taken = [change(1000, 'ready', null), change(1100, 'claimed'), change(1200, 'handing-over')]

describe('a letter that became uncertain', () => {
  test('is explained by the death of the one who had it in hand', () => {
    const changes = [...taken, change(1900, 'uncertain', 1)]
    expect(unexplained(changes, [{ what: 'kill', at: 1500 }])).toEqual([])
  })

  test('is not explained when nobody died, or only before or after', () => {
    const changes = [...taken, change(1900, 'uncertain', 1)]
    expect(unexplained(changes, [])).toHaveLength(1)
    expect(unexplained(changes, [{ what: 'database', at: 1500 }])).toHaveLength(1)
    expect(unexplained(changes, [{ what: 'kill', at: 900 }])).toHaveLength(1)
    expect(unexplained(changes, [{ what: 'kill', at: 2500 }])).toHaveLength(1)
  })

  test('is not explained by the death of another: its holder did something afterwards', () => {
    const changes = [...taken, change(1900, 'uncertain', 1), change(2500, 'sent', 1, 8)]
    expect(unexplained(changes, [{ what: 'kill', at: 1500 }])).toEqual([
      'letter 7 became uncertain although its holder lived on',
    ])
  })

  test('for a moment only needs no explanation: its holder wrote down what it knew', () => {
    const changes = [...taken, change(1900, 'uncertain', 1), change(2500, 'sent', 1)]
    expect(unexplained(changes, [{ what: 'database', at: 1500 }])).toEqual([])
  })

  test('is never explained when it was in nobody’s hand', () => {
    const changes = [change(1000, 'ready', null), change(1100, 'claimed'), change(1900, 'uncertain', 1)]
    expect(unexplained(changes, [{ what: 'kill', at: 1500 }])).toEqual([
      'letter 7 became uncertain and was never in hand',
    ])
  })
})
