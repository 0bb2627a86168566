import { Temporal } from 'temporal-polyfill'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { dayOf } from '../../domain/time/day.ts'
import { daysOf, germanPointInTime } from '../../domain/time/pointInTime.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { stepRow } from '../steps/stepRows.ts'

type Funding = Profile['finanzierung'][number]

/** The answer to "finanzierung vergleich": ways of paying side by side, and money that ends. `tasks`: what is to be settled. */
export function fundingReply(
  profile: Profile,
  tasks: readonly StepOfProcess[],
  now: Temporal.Instant,
): Reply {
  const today = dayOf(now)
  const ways = profile.finanzierung.filter(each => each.art === 'variante')
  const grants = profile.finanzierung.filter(each => each.art === 'foerderung')
  const around = { profile, today, nameOf: null, withoutProcess: true, withHint: true }
  const parts = [
    ...(ways.length > 0 ? [`${ways.length} Wege`] : []),
    ...(grants.length > 0 ? [`${grants.length} Förderungen`] : []),
  ]
  return {
    summary: `Finanzierung: ${parts.join(', ')}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Finanzierung, ${profile.name}` },
      ...ways.flatMap(wayBlocks),
      ...(grants.length > 0
        ? [
            {
              kind: 'rows',
              title: 'Förderungen',
              rows: grants.map(each => grantRow(each, today)),
            } satisfies Block,
          ]
        : []),
      ...(tasks.length > 0
        ? [{ kind: 'rows', title: 'Zu klären', rows: tasks.map(at => stepRow(at, around)) } satisfies Block]
        : []),
      standNote(profile, tasks.length > 0 ? now : null),
    ],
  }
}

function wayBlocks({ name, bewertung, hinweis, quelle }: Funding): Block[] {
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'Weg', value: name },
        { label: 'Bewertung', value: bewertung ?? '' },
        { label: 'Hinweis', value: hinweis ?? '' },
        { label: 'Quelle', value: quelle },
      ].filter(fact => fact.value !== ''),
    },
  ]
}

function grantRow({ name, bis, hinweis }: Funding, today: Temporal.PlainDate): Row {
  const days = bis && daysOf(bis.wann)
  const over = days !== null && Temporal.PlainDate.compare(days.last, today) < 0
  return {
    sign: over ? 'urgent' : 'planned',
    state: over ? 'Ende erreicht' : 'läuft',
    text: name,
    detail: bis ? `bis ${germanPointInTime(bis)}` : 'kein Ende genannt',
    ...(hinweis !== null && { remark: hinweis }),
  }
}
