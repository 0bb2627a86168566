import type { Claim, QuoteFixture } from './fixture.ts'

/** What a reader of mails made of a fixture. */
export interface Reading {
  /** As the fixture's view asks for. */
  newest: string
  quoted: string
  footer: string
}

export type Verdict = 'met' | 'near' | 'missed'

/** Whether a reading is what the set expects; near: nine of ten words are the same. */
export function verdictOn(fixture: QuoteFixture, reading: Reading): Verdict {
  const { expected } = fixture
  if (expected.kind === 'claims')
    return expected.claims.every(claim => holds(claim, reading)) ? 'met' : 'missed'
  if (expected.spaces === 'none')
    return bare(expected.text) === bare(reading.newest) ? 'met' : likeness(expected.text, reading.newest)
  return spaced(expected.text) === spaced(reading.newest) ? 'met' : likeness(expected.text, reading.newest)
}

export function expectedText({ expected }: QuoteFixture): string {
  if (expected.kind === 'text') return expected.text
  return expected.claims
    .map(({ where, holds, what }) => `${where} ${holds ? 'has' : 'has not'} ${JSON.stringify(String(what))}`)
    .join('\n')
}

function holds({ where, holds, what }: Claim, reading: Reading): boolean {
  const found =
    typeof what === 'string' ? spaced(reading[where]).includes(spaced(what)) : what.test(reading[where])
  return found === holds
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

/** Sørensen–Dice over words. */
function likeness(expected: string, actual: string): Verdict {
  const [a, b] = [words(expected), words(actual)]
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  const all = total(a) + total(b)
  return all > 0 && (2 * shared) / all >= 0.9 ? 'near' : 'missed'
}

function words(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of spaced(text).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
