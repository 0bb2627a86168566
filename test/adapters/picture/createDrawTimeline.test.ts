import { describe, expect, test } from 'vitest'
import { openPng } from '../../../docs/pictures/smallerPng.ts'
import { createDrawTimeline } from '../../../src/adapters/picture/createDrawTimeline.ts'
import { storedTimeline } from '../../../src/domain/timeline/storedTimeline.ts'
import type { Timeline, TimelineItem } from '../../../src/domain/timeline/timeline.ts'
import { day, item, span, tender, timeline } from '../../domain/timeline/timelines.ts'

const logged: unknown[] = []
const draw = createDrawTimeline({ warn: fields => void logged.push(fields) })

async function drawn(of: Timeline) {
  const picture = await draw(storedTimeline(of), 'Zeitplan in Worten')
  expect(logged).toEqual([])
  if (!picture) throw new Error('not drawn')
  const opened = openPng(Buffer.from(picture.png))!
  /** Pixels of a part that are darker than any line of the grid. */
  const ink = (part: { left?: number; right?: number; top?: number; bottom?: number } = {}) => {
    const { left = 0, right = opened.width, top = 0, bottom = opened.height } = part
    let n = 0
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const at = y * (opened.width * opened.bytes + 1) + 1 + x * opened.bytes
        if (opened.rows[at]! + opened.rows[at + 1]! + opened.rows[at + 2]! < 380) n++
      }
    return n
  }
  return { ...picture, opened, ink }
}

/** The words of the rows, between the signs and the axis. */
const words = { left: 80, right: 604 }
const one = (title: string, more: Partial<TimelineItem> = {}) =>
  timeline([item(title, span('2024-05-02'), more)])

describe('the picture of a timeline', () => {
  test('is a PNG of the size that it says, for screens of twice the points', async () => {
    const picture = await drawn(timeline(tender))
    expect([picture.opened.width, picture.opened.height]).toEqual([picture.width, picture.height])
    expect(picture.width).toBe(1280)
    expect(picture.png.length).toBeGreaterThan(20_000)
    expect(picture.png.length).toBeLessThan(500_000)
    expect(picture.alt).toBe('Zeitplan in Worten')
  })

  test('holds its words: a font that does not load would leave them out without an error', async () => {
    const short = await drawn(one('i'))
    const long = await drawn(one('Klassenassistenzen starten'))
    expect(short.ink(words)).toBeGreaterThan(500)
    expect(long.ink(words)).toBeGreaterThan(short.ink(words) + 3_000)
  })

  test('writes umlauts with their dots, and ß', async () => {
    const [plain, dotted] = [await drawn(one('OOOOOOOO')), await drawn(one('ÖÖÖÖÖÖÖÖ'))]
    const dots = dotted.ink(words) - plain.ink(words)
    expect(dots).toBeGreaterThan(8 * 20)
    expect(dots).toBeLessThan(8 * 150)
    const [ss, eszett] = [await drawn(one('sssss')), await drawn(one('ßßßßß'))]
    expect(eszett.ink(words)).toBeGreaterThan(ss.ink(words))
  })

  test('is the same byte for byte, whatever the time zone of the machine', async () => {
    const before = process.env.TZ
    const pictures = []
    for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = zone
      pictures.push(Buffer.from((await drawn(timeline(tender))).png).toString('base64'))
    }
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(new Set(pictures).size).toBe(1)
  })

  test('grows with its rows, up to fourteen', async () => {
    const of = (n: number) =>
      timeline(Array.from({ length: n }, (_, i) => item(`Termin ${i + 1}`, span(`2024-05-${i + 10}`))))
    const heights = []
    for (const n of [1, 7, 14]) heights.push((await drawn(of(n))).height)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(heights[2]! / heights[0]!).toBeGreaterThan(3)
    // One line more, „und 6 weitere“.
    const more = (await drawn(of(20))).height - heights[2]!
    expect(more).toBeGreaterThan(20)
    expect(more).toBeLessThan(60)
  })

  test('keeps a title of any length out of the axis', async () => {
    const long = `${'Grundstücksverkehrsgenehmigungszuständigkeit'.repeat(3)} ${'und weiter '.repeat(40)}`
    for (const title of [long, 'W'.repeat(300), '漢字'.repeat(100), `${'m'.repeat(21)} ${'M'.repeat(50)}`]) {
      const picture = await drawn(one(title))
      expect(picture.height).toBeLessThan((await drawn(one('kurz'))).height + 60)
      // Only the line at the left end of the axis is there, and that is paler than ink.
      expect(picture.ink({ left: 606, right: 619, top: 240, bottom: picture.height - 70 })).toBe(0)
    }
  })

  test.each([
    ['a day', [item('Heute', span('2024-04-22'))]],
    ['two weeks', [item('Rügefrist', span('2024-04-20', '2024-04-30'), { kind: 'legal' })]],
    ['five years', [item('A', span('2021-08-01', '2023-07-31')), item('B', span('2026-12-31'))]],
    ['a century', [item('A', span('1991-01-01')), item('B', span('2099-12-31'))]],
  ])('can be drawn over %s', async (_name, items) => {
    const picture = await drawn(timeline(items))
    expect(picture.ink({ left: 620 })).toBeGreaterThan(500)
  })

  test('says that today lies outside of the window', async () => {
    const outside = await drawn(timeline(tender, { from: day('2024-06-01'), to: day('2024-06-30') }))
    const inside = await drawn(
      timeline(tender, { from: day('2024-06-01'), to: day('2024-06-30'), today: day('2024-06-10') }),
    )
    // The sign of today is the largest dark spot above the rows.
    const above = { left: 620, top: 60, bottom: 230 }
    expect(inside.ink(above) - outside.ink(above)).toBeGreaterThan(8_000)
    expect(outside.height).toBeGreaterThan(inside.height)
  })
})

describe('what cannot be drawn', () => {
  test('is null, and nothing is thrown', async () => {
    expect(await draw(storedTimeline(timeline([])), '')).toBeNull()
    expect(await draw({ ...storedTimeline(timeline(tender)), today: 'morgen' }, '')).toBeNull()
    expect(await draw(null as never, '')).toBeNull()
  })
})
