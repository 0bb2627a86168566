import type { Temporal } from 'temporal-polyfill'
import type { UnitGap, UnitPlan } from '../../domain/process/kinds/unitPlans.ts'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { ProcessTemplate } from '../../domain/process/template/template.ts'
import type { Profile, Region } from '../../domain/programme/profile.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { byId, stepRow } from '../steps/stepRows.ts'
import { whenWords } from '../steps/stepWords.ts'
import { areaUnits, unitsAmong, unitsCounted } from './areaUnit.ts'

interface Around {
  profile: Profile
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** The answer to "bezirk status Mitte": the agreement and every duty, each with its state. */
export function unitReply(
  region: Region,
  unit: readonly UnitPlan[],
  gaps: readonly UnitGap[],
  around: Around,
): Reply {
  const { profile } = around
  const sentence =
    gaps.length === 0 ? 'Zurzeit ist nichts offen.' : `Offen: ${gaps.map(({ step }) => step.id).join(', ')}.`
  const arbitration = unit.find(each => each.template.art === 'schlichtung')
  const actions: Action[] = [
    { label: `Alle ${areaUnits(profile).many}`, command: `${profile.gebietseinheit.toLowerCase()} offen` },
    ...(arbitration?.plans.some(plan => !plan.over)
      ? [{ label: 'Schlichtung', command: `schlichtung status ${region.name}` }]
      : []),
  ]
  return {
    summary: `${region.name}: ${sentence}`,
    audience: 'everyone',
    blocks: [
      {
        kind: 'heading',
        text: region.statt_einheit ? region.name : `${profile.gebietseinheit} ${region.name}`,
      },
      { kind: 'text', text: sentence },
      ...unit.flatMap(each => planBlocks(each, around)),
      { kind: 'actions', actions },
      standNote({ stand: profile.stand, quelle: profile.quelle }, around.now),
    ],
  }
}

/** The answer to "bezirk offen": every part of the area with what is missing, the overdue first. */
export function unitGapsReply(
  units: readonly { region: Region; gaps: readonly UnitGap[] }[],
  { profile, now }: Around,
): Reply {
  const lacking = units
    .filter(each => each.gaps.length > 0)
    .sort((a, b) => overdue(b.gaps) - overdue(a.gaps) || b.gaps.length - a.gaps.length)
  const { many } = areaUnits(profile)
  const sentence =
    lacking.length === 0
      ? `Nirgends ist etwas offen: ${unitsCounted(profile)}.`
      : `Offen ${unitsAmong(
          lacking.map(each => each.region),
          profile,
        )}.`
  const rows = lacking.map(
    ({ region, gaps }): Row => ({
      sign: overdue(gaps) > 0 ? 'urgent' : 'planned',
      state: overdue(gaps) > 0 ? `${overdue(gaps)} überfällig` : `${gaps.length} offen`,
      text: region.name,
      detail: gaps.map(gapWords).join(', '),
    }),
  )
  return {
    summary: sentence,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `${many}: was offen ist` },
      { kind: 'text', text: sentence },
      ...(rows.length > 0 ? [{ kind: 'rows', title: many, rows } satisfies Block] : []),
      ...(rows.length > 0 ? [{ kind: 'text', text: legend(lacking) } satisfies Block] : []),
      standNote({ stand: profile.stand, quelle: profile.quelle }, now),
    ],
  }
}

function planBlocks({ template, plans }: UnitPlan, around: Around): Block[] {
  if (plans.length > 0)
    return plans.map(process => ({
      kind: 'rows',
      title: template.name,
      rows: process.steps.map(step => dutyRow({ process, step }, around)),
    }))
  return [{ kind: 'facts', facts: [{ label: template.name, value: notBegun(template, around.profile) }] }]
}

/** Why an Ablauf does not run, and what would begin it. */
export function notBegun(template: ProcessTemplate, profile: Profile): string {
  const { beginnt } = template
  if (typeof beginnt === 'object') {
    const [id, stepId] = beginnt.mit.split(':')
    const step = profile.ablaeufe.find(each => each.id === id)?.schritte.find(each => each.id === stepId)
    return `beginnt mit ${stepId}${step ? ` (${step.titel})` : ''}`
  }
  if (template.art === 'bericht') return 'kein Turnus festgelegt'
  return 'keine'
}

/** What may be left out simply holds. */
function dutyRow(at: StepOfProcess, { profile, today }: Around): Row {
  const row = stepRow(at, {
    profile,
    today,
    nameOf: byId,
    withoutProcess: true,
    withIds: true,
    withHint: true,
  })
  const holds = at.step.optional && !isSettled(at.step) && !at.step.when
  return holds ? { ...row, sign: 'none', state: 'gilt' } : row
}

function overdue(gaps: readonly UnitGap[]): number {
  return gaps.filter(gap => gap.overdue).length
}

function gapWords({ step }: UnitGap): string {
  return step.when ? `${step.id} bis ${whenWords(step.when)}` : step.id
}

/** What the ids stand for, once. */
function legend(units: readonly { gaps: readonly UnitGap[] }[]): string {
  const titles = new Map(units.flatMap(each => each.gaps.map(({ step }) => [step.id, step.title] as const)))
  return [...titles].map(([id, title]) => `${id} ${title}`).join(' · ')
}
