import { describe, expect, test } from 'vitest'
import { batchesOf, uidSet } from '../../../src/adapters/imap/batches.ts'
import { secondsBeforeRetry } from '../../../src/adapters/imap/pauses.ts'
import { faultSentence, problemOf } from '../../../src/adapters/imap/problems.ts'

const limits = (maxBytes: number, suspects: number[] = []) => ({ maxBytes, suspects: new Set(suspects) })
const listed = (sizes: number[]) => sizes.map((size, index) => ({ uid: index + 1, size, arrivedAt: null }))

describe('batches', () => {
  test('hold at most a hundred letters', () => {
    expect(batchesOf(listed(Array(250).fill(10)), limits(1e6)).map(batch => batch.length)).toEqual([
      100, 100, 50,
    ])
  })

  test('hold at most 4 MB, unless one letter alone is larger', () => {
    const mb = 1024 * 1024
    expect(
      batchesOf(listed([5 * mb, 4 * mb, 20 * mb, mb]), limits(50 * mb)).map(batch =>
        batch.map(mail => mail.uid),
      ),
    ).toEqual([[1], [2], [3], [4]])
  })

  test('count an over-large letter as small, because only its headers come', () => {
    expect(batchesOf(listed([10, 1e9, 10]), limits(1e6))).toHaveLength(1)
  })

  test('leave a suspect alone', () => {
    const batches = batchesOf(listed([1, 1, 1, 1, 1]), limits(1e6, [2, 3]))
    expect(batches.map(batch => batch.map(mail => mail.uid))).toEqual([[1], [2], [3], [4, 5]])
  })

  test('no letters make no batch', () => {
    expect(batchesOf([], limits(1e6))).toEqual([])
  })
})

test.each([
  [[3], '3'],
  [[3, 4, 5], '3:5'],
  [[1, 3, 5, 6, 9], '1,3,5:6,9'],
])('the UIDs %j are asked for as %s', (uids, set) => {
  expect(uidSet(uids)).toBe(set)
})

describe('the pause before the next attempt', () => {
  test('grows from a second to a minute when the server is away', () => {
    expect([1, 2, 3, 7, 50].map(failures => secondsBeforeRetry('unreachable', failures, 1))).toEqual([
      1, 2, 4, 60, 60,
    ])
  })

  test('grows from a minute to a quarter of an hour when the sign-in is refused', () => {
    expect([1, 2, 3, 5, 50].map(failures => secondsBeforeRetry('sign-in', failures, 0))).toEqual([
      60, 120, 240, 900, 900,
    ])
  })

  test('is spread, but never shorter than half and for a sign-in never shorter than full', () => {
    expect(secondsBeforeRetry('unreachable', 4, 0)).toBe(4)
    expect(secondsBeforeRetry('sign-in', 1, 0.999)).toBeGreaterThan(60)
  })
})

describe('the sentence about a fault', () => {
  const since = new Date('2024-04-22T07:12:00Z')

  test('says since when in local time, and that no letter is lost', () => {
    const problem = problemOf({ authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' })
    expect(faultSentence(problem, since, new Date('2024-04-22T08:00:00Z'))).toBe(
      'Das Postfach ist seit 09:12 nicht erreichbar (Anmeldung abgelehnt). Briefe gehen nicht verloren; sobald die Anmeldung wieder gelingt, werden sie abgeholt. Bitte Zugang prüfen: kla doctor.',
    )
  })

  test('names the day when it was not today', () => {
    expect(
      faultSentence(problemOf({ code: 'ECONNREFUSED' }), since, new Date('2024-04-24T08:00:00Z')),
    ).toContain('seit 22.04., 09:12')
  })

  test('a user database that is away is no refused sign-in, so it is tried again soon', () => {
    expect(problemOf({ authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }).kind).toBe(
      'unreachable',
    )
  })

  test.each([
    ['ENOTFOUND', 'Servername nicht gefunden'],
    ['ETIMEOUT', 'keine Antwort'],
    ['CONNECT_TIMEOUT', 'keine Antwort'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'Zertifikat des Servers nicht vertrauenswürdig'],
    ['CERT_HAS_EXPIRED', 'Zertifikat des Servers nicht vertrauenswürdig'],
    ['ECONNRESET', 'keine Verbindung'],
  ])('%s is told as: %s', (code, why) => {
    expect(problemOf({ code })).toEqual({ kind: 'unreachable', why })
  })
})
