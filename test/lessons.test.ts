import { expect, test } from 'vitest'
import { filesUnder } from './repository/files.ts'

/*
 * What went wrong in comparable systems, one row for each complaint that a program for mail and chat must not earn. Each has at least one
 * test whose name begins with its number ("D9: …", also behind "[needs Dovecot]") and says what it prevents.
 */
const rows: Record<number, string> = {
  1: 'mails that a colleague has read are never fetched',
  2: 'mail of a long outage is never filled in',
  3: 'a dead sign-in of which nobody is told',
  4: 'an alarm that goes through what failed',
  5: 'a renewed token that is not saved',
  6: 'one failing mailbox that blocks the others',
  7: 'one mail that blocks the queue',
  8: 'duplicates after mails vanished on the server',
  9: 'one letter to two mailboxes, handled once and lost once, or handled twice',
  10: 'a first start that floods everybody, or loses mails',
  11: 'an endless loop of answers',
  12: 'letters that pass beside the gate',
  13: 'chains of answers with a fresh address each time',
  14: 'answers to no-reply addresses and lists',
  15: 'an absence notice that opens what was closed',
  16: 'an answer to something closed that opens it again and again',
  17: 'an answer in the wrong Vorgang',
  18: 'a stranger who gets into a Vorgang with a forged reference',
  19: 'a forged sender who becomes a person, a forged bounce that blocks one',
  20: 'an answer that goes to another recipient than was shown',
  21: 'an internal note that reaches a citizen',
  22: 'what was finished comes back with the next listing',
  23: 'deleting that hangs',
  24: 'charsets, file names and odd headers that make a mail fail',
  25: 'copies that pile up until the disk is full',
  26: 'personal data in a post of a chat',
  27: 'an acknowledgement that waits for work that may be slow',
  28: 'an answer to each repetition of an event',
  29: 'posts that are throttled and lost, or tried for ever in a channel that is gone',
  30: 'a chat that only tells, where people want to act',
}

const tests = filesUnder(['test'], /\.test\.ts$/).filter(file => file.path !== 'test/lessons.test.ts')
const named = (row: number) =>
  tests.filter(({ text }) => new RegExp(`['"\`](?:\\[needs [^\\]]+\\] )?D${row}: \\S`).test(text))

test('every lesson of other systems has a test that is named for what it prevents', () => {
  const forgotten = Object.entries(rows).filter(([row]) => named(Number(row)).length === 0)
  expect(forgotten.map(([row, what]) => `D${row}: ${what}`)).toEqual([])
})

// Control: the pattern finds no row that there is not.
test('a row without a test would be noticed', () => {
  expect(named(99)).toEqual([])
  expect(named(9).length).toBeGreaterThan(0)
})
