import type { Temporal } from 'temporal-polyfill'
import { isBlocked } from '../../domain/process/gates.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { standLine } from '../standNote.ts'
import { stepRow } from './stepRows.ts'
import { type NameOf, roleWords, sinceWords } from './stepWords.ts'

export interface AgreementShown {
  /** All Abläufe, for the gates that wait for the agreement. */
  plans: readonly PlannedProcess[]
  shown: readonly PlannedProcess[]
  where: string | null
  profile: Pick<Profile, 'beteiligte' | 'vereinbarung' | 'vergabe' | 'stand' | 'quelle'>
  nameOf: NameOf
  today: Temporal.PlainDate
}

/** More agreements than these are shown one row each. */
const mostInFull = 2

/** What is done, what waits for what, who has the ball and since when, and what the agreement opens. */
export function agreementReply(facts: AgreementShown): Reply {
  const { profile, shown, where } = facts
  const { vereinbarung } = profile
  const heading = [vereinbarung?.name ?? 'Vereinbarung', where ?? ''].filter(Boolean).join(' · ')
  const changed =
    shown
      .flatMap(each => each.changedAt ?? [])
      .sort()
      .at(-1) ?? null
  const lead = leadOf(facts)
  return {
    summary: `${heading}: ${lead}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: heading },
      { kind: 'text', text: lead },
      ...(shown.length > mostInFull ? [overview(facts)] : shown.map(process => inFull(process, facts))),
      ...gateBlocks(facts),
      {
        kind: 'note',
        text: `${standLine(profile, changed)}${vereinbarung ? ` Quelle der Vereinbarung: ${vereinbarung.quelle}` : ''}`,
      },
    ],
  }
}

function leadOf({ shown, profile, today, nameOf }: AgreementShown): string {
  const [only, ...more] = shown
  if (!only) return 'Dafür führt dieses Programm keinen Ablauf.'
  if (more.length > 0) {
    const over = shown.filter(each => each.over).length
    return `${shown.length} Vereinbarungen, davon ${over} abgeschlossen.`
  }
  const needed = only.steps.filter(step => !step.optional)
  const done = needed.filter(step => step.state === 'erledigt').length
  const turns = turnsOf(only).map(at => {
    const role = roleWords(profile, at.step.role)
    return [`${nameOf(at)} ${at.step.title}`, role ? `(${role})` : '', sinceWords(at, today)]
      .filter(Boolean)
      .join(' ')
  })
  const ball = turns.length > 0 ? ` Am Zug: ${turns.join('; ')}.` : ''
  return `${done} von ${needed.length} Schritten erledigt.${ball}`
}

/** What somebody can do now: under way, or open with nothing before it. */
function turnsOf(process: PlannedProcess): StepOfProcess[] {
  const free = process.steps.filter(
    step => !isSettled(step) && !step.optional && step.waitsFor.length === 0 && !isBlocked(step),
  )
  const running = free.filter(step => step.state === 'laeuft')
  return (running.length > 0 ? running : free).map(step => ({ process, step }))
}

function inFull(process: PlannedProcess, { profile, nameOf, today }: AgreementShown): Block {
  const rows = process.steps.map(step => {
    const at = { process, step }
    const row = stepRow(at, { profile, nameOf, today, withoutProcess: true, withIds: true })
    const id = nameOf(at).startsWith(step.id) ? '' : `${step.id} · `
    return { ...row, text: `${id}${row.text}`, ...(step.optional && { state: optionalState(row) }) }
  })
  return { kind: 'rows', title: process.title, rows }
}

function optionalState(row: Row): string {
  return row.state === 'offen' || row.state === 'wartet' ? 'bei Bedarf' : row.state
}

function overview(facts: AgreementShown): Block {
  const { shown, profile, today, nameOf } = facts
  return {
    kind: 'rows',
    title: 'Vereinbarungen',
    rows: shown.map((process): Row => {
      const [first] = turnsOf(process)
      const needed = process.steps.filter(step => !step.optional)
      const done = needed.filter(step => step.state === 'erledigt').length
      const role = first ? roleWords(profile, first.step.role) : ''
      return {
        sign: process.over ? 'done' : 'planned',
        state: process.over ? 'fertig' : `${done} von ${needed.length}`,
        text: process.title,
        detail: first ? `${nameOf(first)} ${first.step.title}` : '',
        ...(first && { remark: [role, sinceWords(first, today)].filter(Boolean).join(' · ') }),
      }
    }),
  }
}

const gateWords = {
  frei: 'frei',
  warnen: 'Warnung ohne Unterschrift',
  sperren: 'gesperrt bis zur Unterzeichnung',
} as const

/** What of the tender may happen without a signed agreement. */
function gateBlocks({ profile, plans, shown }: AgreementShown): Block[] {
  const { vereinbarung, vergabe } = profile
  if (!vereinbarung?.tore || vergabe.gebraucht === 'nein' || shown.length === 0) return []
  const [template, step] = vereinbarung.unterzeichnet_mit?.split(':') ?? []
  const signed = plans.some(
    each =>
      each.template.id === template && each.steps.some(own => own.id === step && own.state === 'erledigt'),
  )
  const { tnw, angebotsaufforderung, zuschlag } = vereinbarung.tore
  const tender = plans.find(each => each.template.art === 'vergabe' && !each.over)
  const words = (gate: keyof typeof gateWords, phase: string | null = null) =>
    signed
      ? 'frei, unterzeichnet'
      : tender?.steps.find(each => each.id === phase)?.gate?.unlocked
        ? 'von einer Person freigegeben, ohne Unterschrift'
        : gateWords[gate]
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'Teilnahmewettbewerb', value: words(tnw) },
        { label: 'Aufforderung zum Angebot', value: words(angebotsaufforderung, 'aufforderung') },
        { label: 'Zuschlag', value: words(zuschlag, 'zuschlag') },
      ],
    },
  ]
}
