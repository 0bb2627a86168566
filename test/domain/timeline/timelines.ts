import { Temporal } from 'temporal-polyfill'
import type { Timeline, TimelineItem, TimelineSpan } from '../../../src/domain/timeline/timeline.ts'

export const day = (iso: string) => Temporal.PlainDate.from(iso)

/** Days as a profile would say them. */
export function span(first: string, last = first): TimelineSpan {
  const german = (iso: string) => iso.split('-').reverse().join('.')
  return {
    first: day(first),
    last: day(last),
    words: first === last ? german(first) : `${german(first)} bis ${german(last)}`,
  }
}

export function item(title: string, at: TimelineSpan, more: Partial<TimelineItem> = {}): TimelineItem {
  return { id: title, title, kind: 'milestone', state: 'planned', tentative: false, ...at, ...more }
}

export function timeline(items: TimelineItem[], more: Partial<Timeline> = {}): Timeline {
  return {
    title: 'Zeitplan Region 1',
    notice: null,
    today: day('2024-04-22'),
    stand: day('2024-03-22'),
    quelle: 'Zwischeninformation',
    items,
    undated: [],
    from: null,
    to: null,
    ...more,
  }
}

/** One of each kind and state, in a year of a tender. */
export const tender: TimelineItem[] = [
  item('Unterlagen an die Vergabestelle', span('2024-03-18', '2024-03-24'), { state: 'done' }),
  item('Übergabe der Projektleitung', span('2024-04-01', '2024-04-12'), { state: 'open' }),
  item('Teilnahmefrist', span('2024-04-19', '2024-05-21'), { kind: 'legal', norm: '§ 17 Abs. 2 VgV' }),
  item('Jugendhilfeausschuss', span('2024-05-16'), { kind: 'meeting', state: 'fixed' }),
  item('Gespräch mit den Schulen', span('2024-06-03', '2024-06-28'), { kind: 'duty', tentative: true }),
  item('Kooperationsvertrag unterschrieben', span('2024-06-30'), { kind: 'gate', state: 'blocked' }),
  item('Pilotschule', span('2024-07-10'), { state: 'suspended' }),
  item('Klassenassistenzen starten', span('2025-08-01'), { state: 'moved', movedFrom: [span('2024-08-01')] }),
]
