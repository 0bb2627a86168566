import type { Temporal } from 'temporal-polyfill'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Reply } from '../../reply/reply.ts'
import { standLine } from '../standNote.ts'
import { stepRow } from './stepRows.ts'
import type { NameOf } from './stepWords.ts'

/** The handover list; its numbers are those of `übergabe erledigt 3`. */
export function handoverReply(shown: {
  steps: readonly StepOfProcess[]
  open: number
  profile: Pick<Profile, 'beteiligte' | 'stand' | 'quelle'>
  nameOf: NameOf
  today: Temporal.PlainDate
}): Reply {
  const { steps, open, profile, today } = shown
  const lead = open === 0 ? 'Alles ist übergeben.' : `${open} von ${steps.length} Punkten offen.`
  const rows = steps.map((at, i) =>
    stepRow(at, { profile, today, nameOf: () => String(i + 1), withoutProcess: true }),
  )
  const first = steps.findIndex(({ step }) => !isSettled(step)) + 1
  const changed =
    steps
      .flatMap(({ process }) => process.changedAt ?? [])
      .sort()
      .at(-1) ?? null
  return {
    summary: `Übergabe: ${lead}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: 'Übergabe' },
      { kind: 'text', text: lead },
      { kind: 'rows', title: steps[0]?.process.title ?? '', rows },
      ...(first > 0
        ? [
            {
              kind: 'actions' as const,
              actions: [{ label: `${first} erledigt`, command: `übergabe erledigt ${first}` }],
            },
          ]
        : []),
      { kind: 'note', text: standLine(profile, changed) },
    ],
  }
}
