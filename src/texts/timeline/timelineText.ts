import { germanDay, germanDayWithWeekday } from '../../domain/time/day.ts'
import { earlierWords, stateWords, timeWords } from '../../domain/timeline/itemWords.ts'
import { storedTimeline } from '../../domain/timeline/storedTimeline.ts'
import type { Timeline, TimelineItem, TimelineState } from '../../domain/timeline/timeline.ts'
import { byTime } from '../../domain/timeline/timelineLayout.ts'
import type { PictureBlock, Row, Sign } from '../../reply/reply.ts'

/** A timeline as a picture with everything it shows in words beside it; null when nothing in it has a time. */
export function timelinePicture(timeline: Timeline): PictureBlock | null {
  if (timeline.items.length === 0) return null
  return {
    kind: 'picture',
    timeline: storedTimeline(timeline),
    alt: timelineSentences(timeline),
    rows: timelineRows(timeline),
  }
}

const signs: Record<TimelineState, Sign> = {
  done: 'done',
  planned: 'planned',
  moved: 'moved',
  fixed: 'fixed',
  open: 'question',
  suspended: 'question',
  blocked: 'urgent',
}

/** Every item, earliest first, with today in its place among them; those without a time at the end. */
export function timelineRows(timeline: Timeline): Row[] {
  const today: Row = {
    sign: 'none',
    state: 'heute',
    text: germanDayWithWeekday(timeline.today),
    detail: '',
  }
  const [begun, ahead] = aroundToday(timeline)
  return [
    ...begun.map(itemRow),
    today,
    ...ahead.map(itemRow),
    ...timeline.undated.map(
      ({ title, word }): Row => ({
        sign: 'none',
        state: word,
        text: title,
        detail: 'Zeitpunkt nicht genannt',
      }),
    ),
  ]
}

function itemRow(item: TimelineItem): Row {
  const remark = [earlierWords(item), item.norm ?? ''].filter(Boolean).join(' · ')
  return {
    sign: signs[item.state],
    state: stateWords(item),
    text: item.title,
    detail: timeWords(item),
    ...(remark && { remark }),
  }
}

/** The picture in sentences: „Zeitplan Region 1. Stand 22.03.2024. Unterlagen an die Vergabestelle: erledigt, KW 12 …“ */
export function timelineSentences(timeline: Timeline): string {
  const [begun, ahead] = aroundToday(timeline)
  return [
    timeline.title,
    timeline.notice?.replace(/\.$/, '') ?? '',
    ...begun.map(itemSentence),
    `Heute ist ${germanDayWithWeekday(timeline.today)}`,
    ...ahead.map(itemSentence),
    ...timeline.undated.map(({ title, word }) => `${title}: ${word}, Zeitpunkt nicht genannt`),
    `Stand ${germanDay(timeline.stand)}, Quelle: ${timeline.quelle}`,
  ]
    .filter(Boolean)
    .map(sentence => `${sentence}.`)
    .join(' ')
}

function itemSentence(item: TimelineItem): string {
  const parts = [stateWords(item), timeWords(item), earlierWords(item), item.norm ?? '']
  return `${item.title}: ${parts.filter(Boolean).join(', ')}`
}

/** What has begun until today, and what is ahead. */
function aroundToday({ items, today }: Timeline): [TimelineItem[], TimelineItem[]] {
  const sorted = items.toSorted(byTime)
  const begun = sorted.filter(item => item.first.until(today, { largestUnit: 'days' }).days >= 0)
  return [begun, sorted.filter(item => !begun.includes(item))]
}
