import type { Temporal } from 'temporal-polyfill'
import type { Scope } from '../../domain/status/programmeView.ts'
import { dayOf, germanDayWithWeekday } from '../../domain/time/day.ts'
import type { Timeline } from '../../domain/timeline/timeline.ts'
import type { Action, Block, Reply } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { timelinePicture } from './timelineText.ts'

/** The answer to "zeitplan": the picture, or a sentence when there is nothing to draw. `entered`: ISO instant of the last entry. */
export function timelineReply(
  timeline: Timeline,
  scope: Scope,
  now: Temporal.Instant,
  entered: string | null,
): Reply {
  const picture = timelinePicture(timeline)
  return {
    summary: summaryOf(timeline, scope),
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `${timeline.title} · ${germanDayWithWeekday(dayOf(now))}` },
      ...(timeline.notice ? [{ kind: 'text', text: timeline.notice } satisfies Block] : []),
      picture ?? { kind: 'text', text: nothingToDraw(timeline, scope) },
      { kind: 'actions', actions: actionsOf(scope) },
      standNote({ stand: timeline.stand.toString(), quelle: timeline.quelle }, entered),
    ],
  }
}

function summaryOf(timeline: Timeline, scope: Scope): string {
  if (timeline.items.length === 0) return `${timeline.title}: ${nothingToDraw(timeline, scope)}`
  const n = timeline.items.length
  return `${timeline.title}: ${n === 1 ? '1 Termin' : `${n} Termine`} als Bild.`
}

function nothingToDraw({ undated }: Timeline, scope: Scope): string {
  if (scope.kind === 'place') return `Für ${scope.place.name} ist noch keine Region festgelegt.`
  const named = undated.map(each => `${each.title} (${each.word})`).join('; ')
  return named === ''
    ? 'Noch ist kein Termin bekannt.'
    : `Noch ist kein Termin bekannt. Ohne genannten Zeitpunkt: ${named}.`
}

function actionsOf(scope: Scope): Action[] {
  switch (scope.kind) {
    case 'programme':
      return [{ label: 'Stand', command: 'status' }]
    case 'region':
      return [{ label: 'Stand', command: `status region ${scope.region.name}` }]
    case 'place':
      return [{ label: 'Zeitplan des Programms', command: 'zeitplan' }]
  }
}
