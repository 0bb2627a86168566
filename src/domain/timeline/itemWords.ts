import type { TimelineItem, TimelineKind, TimelineState } from './timeline.ts'

const states: Record<TimelineState, string> = {
  done: 'erledigt',
  planned: 'geplant',
  moved: 'verschoben',
  fixed: 'fest',
  open: 'Ausgang offen',
  suspended: 'ausgesetzt',
  blocked: 'gesperrt',
}

/** Milestones are what a timeline is of; everything else says what it is. */
const kinds: Record<TimelineKind, string> = {
  milestone: '',
  legal: 'Frist',
  gate: 'Tor',
  meeting: 'Sitzung',
  duty: 'Pflicht',
  step: 'Schritt',
}

/** "verschoben", "Frist, geplant", "Tor, gesperrt". */
export function stateWords(item: TimelineItem): string {
  return [kinds[item.kind], item.word ?? states[item.state]].filter(Boolean).join(', ')
}

/** When it is, in the words of its source: "01.08.2025"; of a suspended one "war geplant: 01.08.2025". */
export function timeWords(item: TimelineItem): string {
  return item.state === 'suspended' ? `war geplant: ${item.words}` : item.words
}

/** "bisher 01.08.2024", "bisher 01.08.2023, dann 01.08.2024"; "" for what never moved. */
export function earlierWords(item: TimelineItem): string {
  const places = (item.movedFrom ?? []).map(each => each.words)
  return places.length === 0 ? '' : `bisher ${places.join(', dann ')}`
}
