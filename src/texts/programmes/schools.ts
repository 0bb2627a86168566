import type { Temporal } from 'temporal-polyfill'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from '../listPages.ts'
import { standNote } from '../standNote.ts'
import { byId, stepRow } from '../steps/stepRows.ts'

/** A school with its checklist. */
export interface SchoolShown {
  name: string
  place: string | null
  checklist: PlannedProcess
  /** Yearly plan, yearly report … of this school. */
  others: readonly PlannedProcess[]
}

/** "3 von 9 Aspekten erfüllt". */
export function progressWords({ steps }: PlannedProcess): string {
  return `${steps.filter(isSettled).length} von ${steps.length} erfüllt`
}

/** The answer to "schule status …". */
export function schoolReply(
  school: SchoolShown,
  lead: string,
  profile: Profile,
  now: Temporal.Instant,
): Reply {
  const { name, place, checklist, others } = school
  const around = { profile, today: dayOf(now), nameOf: byId, withoutProcess: true, withHint: true }
  const form = checklist.facts.schulform
  const facts = [
    ...(place ? [{ label: 'Ort', value: place }] : []),
    ...(typeof form === 'string' ? [{ label: 'Schulform', value: form }] : []),
    { label: checklist.template.name, value: progressWords(checklist) },
  ]
  const yearly: Row[] = others.flatMap(process =>
    process.steps.map(step => ({
      ...stepRow({ process, step }, { ...around, undated: 'Termin noch nicht festgelegt' }),
      text: [process.template.name, process.instance.cycle].filter(Boolean).join(' '),
    })),
  )
  const next = checklist.steps.find(step => !isSettled(step))
  const actions: Action[] = next
    ? [
        {
          label: `${next.id} erfüllt`,
          command: `schule aspekt ${/\d+$/.exec(next.id)?.[0] ?? next.id} erfüllt schule:${name}`,
        },
      ]
    : []
  return {
    summary: `${lead ? `${lead} ` : ''}${name}: ${progressWords(checklist)}.`,
    audience: 'everyone',
    blocks: [
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'heading', text: name },
      { kind: 'facts', facts },
      {
        kind: 'rows',
        title: checklist.template.name,
        rows: checklist.steps.map(step => stepRow({ process: checklist, step }, around)),
      },
      ...(yearly.length > 0
        ? [{ kind: 'rows', title: 'Jedes Schuljahr', rows: yearly } satisfies Block]
        : []),
      { kind: 'actions', actions: [...actions, { label: 'Alle Schulen', command: 'schule lücken' }] },
      standNote({ ...profile, quelle: checklist.template.quelle }, now),
    ],
  }
}

/** The answer to "schule lücken": which schools still have to settle what, the most first. */
export function gapsReply(
  schools: readonly SchoolShown[],
  checklistName: string,
  profile: Profile,
  source: string,
  now: Temporal.Instant,
  paging: Paging,
): Reply {
  const open = schools.map(school => ({
    school,
    missing: school.checklist.steps.filter(step => !isSettled(step)),
  }))
  const gaps = open
    .filter(each => each.missing.length > 0)
    .sort(
      (a, b) =>
        b.missing.length - a.missing.length ||
        a.school.name.localeCompare(b.school.name, 'de', { numeric: true }),
    )
  const complete = open.length - gaps.length
  const sentence =
    schools.length === 0
      ? 'Noch ist keine Schule angelegt. Die Quelle nennt keine Liste der Schulen; anlegen mit: schule anlegen „Name der Schule“'
      : gaps.length === 0
        ? `An allen ${schools.length} angelegten Schulen ist alles geregelt.`
        : `${gaps.length} von ${schools.length} angelegten Schulen haben noch offene Aspekte.`
  const rows: Row[] = onPage(gaps, paging).map(({ school, missing }) => ({
    sign: 'planned',
    state: `${missing.length} offen`,
    text: school.name,
    detail: missing.map(step => step.id).join(', '),
  }))
  return {
    summary: sentence,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `${checklistName}: offene Aspekte` },
      { kind: 'text', text: sentence },
      ...(rows.length > 0 ? [{ kind: 'rows', title: 'Offen', rows } satisfies Block] : []),
      ...pageBlocks([{ total: gaps.length }], paging),
      ...(complete > 0 && gaps.length > 0
        ? [{ kind: 'text', text: `Vollständig: ${complete}` } satisfies Block]
        : []),
      standNote({ ...profile, quelle: source }, now),
    ],
  }
}
