import type { Temporal } from 'temporal-polyfill'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import type { SchoolShown } from './schools.ts'

type Coverage = NonNullable<Profile['abdeckung']>

/** "40 von 62 städtischen Schulen …, 22 ohne". */
export function coverageSentence({ was, gesamt, versorgt }: Coverage): string {
  return `${versorgt} von ${gesamt}: ${was}. ${gesamt - versorgt} ohne.`
}

/** The answer to "abdeckung". `schools` null: the asker may not know what was entered here. */
export function coverageReply(
  coverage: Coverage,
  schools: readonly SchoolShown[] | null,
  profile: Profile,
  now: Temporal.Instant,
): Reply {
  const { gesamt, versorgt, stand, quelle } = coverage
  const percent = gesamt === 0 ? 0 : Math.round((versorgt / gesamt) * 100)
  const staff: Row[] = profile.kennzahlen
    .filter(each => each.gruppe === 'Fachkräfte')
    .map(({ name, wert, einheit, stand }) => ({
      sign: 'none',
      state: [wert, einheit].filter(part => part !== null).join(' '),
      text: name,
      detail: `Stand ${stand}`,
    }))
  return {
    summary: coverageSentence(coverage),
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Abdeckung, ${profile.traeger}` },
      { kind: 'text', text: coverageSentence(coverage) },
      {
        kind: 'facts',
        facts: [
          { label: 'Mit', value: `${versorgt} Schulen (${percent} %)` },
          { label: 'Ohne', value: `${gesamt - versorgt} Schulen` },
          ...(schools ? [{ label: 'Hier angelegt', value: entered(schools, versorgt) }] : []),
        ],
      },
      ...(staff.length > 0 ? [{ kind: 'rows', title: 'Fachkräfte', rows: staff } satisfies Block] : []),
      ...(schools
        ? [
            {
              kind: 'actions',
              actions: [{ label: 'Offene Aspekte', command: 'schule lücken' }],
            } satisfies Block,
          ]
        : []),
      standNote({ stand, quelle }, schools ? now : null),
    ],
  }
}

/** What people entered here: how many schools have a name, and at how many all is settled. */
function entered(schools: readonly SchoolShown[], provided: number): string {
  if (schools.length === 0) return `noch keine der ${provided} Schulen`
  const complete = schools.filter(({ checklist }) => checklist.steps.every(isSettled)).length
  const count = schools.length === 1 ? '1 Schule' : `${schools.length} Schulen`
  return `${count}; alle Aspekte geregelt: ${complete}`
}
