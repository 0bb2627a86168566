import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { germanDay } from '../../domain/time/day.ts'
import type { Block, Reply } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { stateWords, whenWords } from '../steps/stepWords.ts'
import { figureWords } from './keyFigure.ts'

/** The answer to "stichtag 1999". */
export function noSuchYear(typed: number, years: { firstYear: number; lastYear: number }): Reply {
  const text = `Das Jahr ${typed} kenne ich hier nicht. Möglich sind ${years.firstYear} bis ${years.lastYear}, zum Beispiel: stichtag 2025`
  return { summary: text, audience: 'asker', blocks: [{ kind: 'text', text }] }
}

/** The answer to "stichtag": what is due for one survey date, and the figures of the latest one up to it. */
export function surveyDateReply(
  plan: PlannedProcess,
  figures: readonly Profile['kennzahlen'][number][],
  profile: Pick<Profile, 'stand'>,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Reply {
  const [first] = figures
  const groups = Map.groupBy(figures, figure => figure.gruppe ?? '')
  const sources = [plan.template.quelle, ...figures.map(each => each.quelle.split(':')[0]!)]
  return {
    summary: `${plan.title}: ${plan.steps.map(step => `${step.title} ${whenWords(step.when)}`).join(', ')}.`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: plan.title },
      {
        kind: 'rows',
        title: 'Was ansteht',
        rows: plan.steps.map(step => ({
          ...stateWords(step, today),
          text: `${step.id} ${step.title}`,
          detail: whenWords(step.when),
          ...(step.source.startsWith('Voreinstellung') && { remark: 'Voreinstellung, aus keiner Quelle' }),
        })),
      },
      {
        kind: 'text',
        text: first
          ? `Letzte Zahlen, Stand ${germanDay(Temporal.PlainDate.from(first.stand))}:`
          : 'Zahlen dazu liegen nicht vor.',
      },
      ...[...groups].map(
        ([, group]): Block => ({
          kind: 'facts',
          facts: group.map(each => ({ label: each.name, value: figureWords(each) })),
        }),
      ),
      standNote({ stand: profile.stand, quelle: [...new Set(sources)].join('; ') }, now),
    ],
  }
}
