import type { Temporal } from 'temporal-polyfill'
import { openConditions, type Pool } from '../../domain/process/kinds/pools.ts'
import type { PlannedProcess, PlannedStep } from '../../domain/process/process.ts'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { ProcessTemplate } from '../../domain/process/template/template.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from '../listPages.ts'
import { standNote } from '../standNote.ts'
import { byId, stepRow } from '../steps/stepRows.ts'
import { stateWords, whenWords } from '../steps/stepWords.ts'

/** What the answers about pools share. */
export interface PoolContext {
  profile: Pick<Profile, 'stand' | 'beteiligte'>
  template: ProcessTemplate
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** One pool with all its conditions; `lead` says what has just happened, "" for nothing. */
export function poolReply(pool: Pool, lead: string, context: PoolContext): Reply {
  const { school, place, plan, renewals } = pool
  const sentence = progress(pool)
  return {
    summary: [lead, `${school}: ${sentence}`].filter(part => part !== '').join(' '),
    audience: 'everyone',
    blocks: [
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'heading', text: `Pool ${place ? `${school} (${place})` : school}` },
      { kind: 'text', text: sentence },
      {
        kind: 'rows',
        title: 'Bedingungen',
        rows: plan.steps.map(step => conditionRow({ process: plan, step }, context)),
      },
      ...renewals.slice(0, 1).map((each): Block => renewalBlock(each, context)),
      ...actionsOf(pool),
      standNote({ stand: context.profile.stand, quelle: context.template.quelle }, context.now),
    ],
  }
}

/** All pools, or those of one place; `where` is null for all. */
export function poolListReply(
  pools: readonly Pool[],
  where: string | null,
  context: PoolContext,
  paging: Paging,
): Reply {
  const name = where ? `Pools in ${where}` : 'Pools'
  const sentence =
    pools.length === 0
      ? `${where ? `In ${where}` : 'Bisher'} ist kein Pool angelegt. Anlegen mit: pool anlegen „Name der Schule“ ort:${where ?? '…'}`
      : `${pools.length === 1 ? '1 Pool' : `${pools.length} Pools`}, davon ${pools.filter(each => openConditions(each).length === 0).length} eingerichtet.`
  return {
    summary: `${name}: ${sentence}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: name },
      { kind: 'text', text: sentence },
      ...(pools.length > 0
        ? [{ kind: 'rows', title: 'Schulen', rows: onPage(pools, paging).map(listRow) } satisfies Block]
        : []),
      ...pageBlocks([{ total: pools.length }], paging),
      standNote({ stand: context.profile.stand, quelle: context.template.quelle }, context.now),
    ],
  }
}

/** The answer to "pool termine": what comes for every pool, without naming one. */
export function poolDatesReply(
  ahead: readonly { process: PlannedProcess; step: PlannedStep }[],
  context: PoolContext,
): Reply {
  const rows = ahead.map(({ process, step }): Row => {
    const preset = step.source.startsWith('Voreinstellung')
    return {
      // What an imagined renewal waits for says nothing about a real one.
      ...(step.when ? stateWords(step, context.today) : { sign: 'question' as const, state: 'ohne Termin' }),
      text: `${process.template.name} ${process.instance.cycle}: ${step.title}`,
      detail: step.when ? whenWords(step.when) : 'Zeitpunkt noch nicht festgelegt',
      ...(preset && { remark: 'Voreinstellung, aus keiner Quelle' }),
    }
  })
  return {
    summary:
      rows.length > 0
        ? `Termine der Pools: ${rows[0]!.text} ${rows[0]!.detail}.`
        : 'Noch ist kein Termin bekannt.',
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: 'Termine der Pools' },
      rows.length > 0
        ? { kind: 'rows', title: 'Als Nächstes', rows }
        : { kind: 'text', text: 'Noch ist kein Termin bekannt.' },
      standNote({ stand: context.profile.stand, quelle: context.template.quelle }, context.now),
    ],
  }
}

function progress(pool: Pool): string {
  const open = openConditions(pool)
  const { steps } = pool.plan
  return open.length === 0
    ? 'Alles erfüllt, der Pool ist eingerichtet.'
    : `${steps.length - open.length} von ${steps.length} erfüllt. Es fehlt: ${open.join(', ')}.`
}

/** Conditions are not done but fulfilled; they have no dates. */
function conditionRow(at: StepOfProcess, { profile, today }: PoolContext): Row {
  const row = stepRow(at, {
    profile,
    today,
    nameOf: byId,
    withoutProcess: true,
    withIds: true,
    withHint: true,
  })
  return {
    ...row,
    ...(isSettled(at.step) ? {} : { sign: 'planned', state: 'offen' }),
    ...(row.sign === 'done' && { state: 'erfüllt' }),
  }
}

function listRow(pool: Pool): Row {
  const open = openConditions(pool)
  return {
    sign: open.length === 0 ? 'done' : 'planned',
    state: open.length === 0 ? 'eingerichtet' : `${open.length} offen`,
    text: pool.place ? `${pool.school} (${pool.place})` : pool.school,
    detail: open.join(', '),
  }
}

function renewalBlock(process: PlannedProcess, { profile, today }: PoolContext): Block {
  const around = { profile, today, nameOf: byId, withoutProcess: true, withIds: true }
  return {
    kind: 'rows',
    title: `${process.template.name} ${process.instance.cycle}`,
    rows: process.steps.map(step => stepRow({ process, step }, around)),
  }
}

function actionsOf({ school, plan }: Pool): Block[] {
  const next = plan.steps.find(step => !isSettled(step) && step.waitsFor.length === 0)
  return next
    ? [
        {
          kind: 'actions',
          actions: [
            { label: `${next.id} erfüllt`, command: `pool bedingung ${next.id} erfüllt schule:"${school}"` },
          ],
        },
      ]
    : []
}
