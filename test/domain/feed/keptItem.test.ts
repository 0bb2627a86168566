import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { FeedItem } from '../../../src/domain/feed/feedItem.ts'
import { changedItems, type KeptItem, shownEntries } from '../../../src/domain/feed/keptItem.ts'

const now = Temporal.Instant.from('2024-04-22T07:14:00Z')
const later = (days: number) => now.add({ hours: days * 24 })
const everything = { region: null, role: null }

const item = (uid: string, more: Partial<FeedItem> = {}): FeedItem => ({
  uid,
  title: `Termin ${uid}`,
  start: '2024-05-06',
  end: null,
  tentative: false,
  description: '',
  regions: [],
  role: null,
  ...more,
})

/** The book after each look at the plan. */
function toldBy(...looks: [Temporal.Instant, FeedItem[]][]): KeptItem[] {
  let kept: KeptItem[] = []
  for (const [at, items] of looks) {
    const changed = changedItems(kept, items, at)
    kept = [...new Map([...kept, ...changed].map(each => [each.item.uid, each])).values()]
  }
  return kept
}

describe('what calendars are told', () => {
  test('a new date begins with sequence 0, and looking again changes nothing', () => {
    const kept = toldBy([now, [item('a')]], [later(1), [item('a')]])
    expect(kept).toMatchObject([{ sequence: 0, changedAt: now.toString(), cancelledAt: null }])
  })

  test('each change raises the sequence by one', () => {
    const kept = toldBy(
      [now, [item('a')]],
      [later(1), [item('a', { start: '2024-05-13' })]],
      [later(2), [item('a', { title: 'neu' })]],
    )
    expect(kept).toMatchObject([{ sequence: 2, changedAt: later(2).toString() }])
  })

  test('what is gone is cancelled for 30 days and then no longer sent', () => {
    const kept = toldBy([now, [item('a'), item('b')]], [later(1), [item('b')]])
    const cancelled = shownEntries(kept, everything, later(31)).find(each => each.uid === 'a')
    expect(cancelled).toMatchObject({ status: 'CANCELLED', sequence: 1, title: 'Entfällt: Termin a' })
    expect(shownEntries(kept, everything, later(31).add({ seconds: 1 })).map(each => each.uid)).toEqual(['b'])
  })

  test('what comes back after that is still newer than its cancellation', () => {
    const kept = toldBy([now, [item('a')]], [later(1), []], [later(90), [item('a')]])
    expect(shownEntries(kept, everything, later(90))).toMatchObject([
      { uid: 'a', status: 'CONFIRMED', sequence: 2 },
    ])
  })

  test('dates that are long over leave the calendar without being cancelled', () => {
    const kept = toldBy([now, [item('a'), item('b', { start: '2023-01-01', end: '2024-04-01' })]])
    expect(shownEntries(kept, everything, later(375))).toMatchObject([{ uid: 'b' }, { uid: 'a' }])
    expect(shownEntries(kept, everything, later(400))).toMatchObject([{ uid: 'a' }])
  })
})

test('an address shows its region with what concerns all, or what one function has to do, or both', () => {
  const kept = toldBy([
    now,
    [
      item('all'),
      item('one', { regions: ['region-1'] }),
      item('two', { regions: ['region-2'], role: 'vergabestelle' }),
      item('role', { role: 'vergabestelle' }),
    ],
  ])
  const uids = (scope: { region: string | null; role: string | null }) =>
    shownEntries(kept, scope, now).map(each => each.uid)
  expect(uids(everything)).toEqual(['all', 'one', 'role', 'two'])
  expect(uids({ region: 'region-1', role: null })).toEqual(['all', 'one', 'role'])
  expect(uids({ region: null, role: 'vergabestelle' })).toEqual(['role', 'two'])
  expect(uids({ region: 'region-1', role: 'vergabestelle' })).toEqual(['role'])
})
