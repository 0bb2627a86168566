import type { Evidence, Flag, Stakeholder, Topic } from '../classify/labels.ts'
import { beats, protectionMove } from './protectionMove.ts'
import { classAfter, type DataClass, dataClassOf } from './visibility.ts'

/** What a person says of a Vorgang instead of what was recognised. Missing: it stays. */
export interface Meant {
  /** null: ungeklärt. */
  stakeholder?: Stakeholder | null
  topic?: Topic
  /** null: none, several, or the whole county. */
  place?: string | null
  urgency?: Urgency
  /** The class itself, for what none of the labels says: a flag that was wrong, or is missing. */
  protection?: DataClass
}

/** heute: to be read the same day. kindeswohl: a child may be in danger. normal: neither. */
export type Urgency = 'heute' | 'kindeswohl' | 'normal'

/** What of a Vorgang follows from its labels. */
export interface Labelled {
  stakeholder: Stakeholder | null
  topic: Topic | null
  place: string | null
  unknownPlace: string | null
  flags: Flag[]
  bidderQuestion: boolean
  dataClass: DataClass
  confidence: { stakeholder: number; topic: number }
  because: Evidence[]
}

/** Kind of evidence of what a person said. */
export const byHand = 'von Hand eingeordnet'

/** Signs that stand for a class, when a person names it. */
const signOf: Partial<Record<DataClass, Flag>> = {
  einzelfall: 'sensibel',
  antrag_verdacht: 'antrag_verdacht',
  angebot_anlage: 'angebot_anlage',
  presse: 'presse',
  dsgvo_izg: 'dsgvo',
}

/** topic-protects: type or topic alone demand more than the class that was named. */
export type Relabelled = { kind: 'relabelled'; labels: Labelled } | { kind: 'topic-protects' }

/**
 * A Vorgang with other labels. Its class is computed anew (flags beat topic), but what protects it for another reason than these labels,
 * such as a further letter, keeps doing so: it goes down only when the labels that are changed were the reason, or when a
 * person names the class.
 */
export function relabelled(now: Labelled, meant: Meant): Relabelled {
  const urgent =
    meant.urgency === 'kindeswohl' || (now.dataClass === 'kindeswohl' && meant.urgency !== 'normal')
  const said = {
    stakeholder: meant.stakeholder === undefined ? now.stakeholder : meant.stakeholder,
    topic: meant.topic ?? now.topic,
    bidderQuestion: now.bidderQuestion,
    flags: urgentFlags(now.flags, meant.urgency),
  }
  const labels: Labelled = {
    ...now,
    ...said,
    place: meant.place === undefined ? now.place : meant.place,
    unknownPlace: meant.place === undefined ? now.unknownPlace : null,
    confidence: {
      stakeholder: meant.stakeholder ? 1 : now.confidence.stakeholder,
      topic: meant.topic ? 1 : now.confidence.topic,
    },
    because: [...handEvidence(meant), ...now.because.filter(each => !saidAnew(each, meant))],
  }
  if (meant.protection !== undefined) return named(labels, meant.protection)
  const was = dataClassOf({ ...now, urgentChildProtection: now.dataClass === 'kindeswohl' })
  const is = dataClassOf({ ...said, urgentChildProtection: urgent })
  const explained = is !== was && (was === now.dataClass || protectionMove(now.dataClass, is) === 'raised')
  return { kind: 'relabelled', labels: { ...labels, dataClass: explained ? is : now.dataClass } }
}

/** The class that a person named, with the signs that go with it and without those that speak for more. */
function named(labels: Labelled, dataClass: DataClass): Relabelled {
  const found = { stakeholder: labels.stakeholder, topic: labels.topic }
  const nothing = { flags: [], bidderQuestion: false, urgentChildProtection: false }
  const floor = dataClassOf({ ...found, ...nothing })
  if (!beats(dataClass, floor) && classAfter(dataClass, floor) !== 'stay') return { kind: 'topic-protects' }
  const alone = (flag: Flag) => dataClassOf({ ...nothing, stakeholder: null, topic: null, flags: [flag] })
  const sign = signOf[dataClass]
  const flags = labels.flags.filter(flag => beats(dataClass, alone(flag)))
  return {
    kind: 'relabelled',
    labels: {
      ...labels,
      dataClass,
      flags: sign && !flags.includes(sign) ? [...flags, sign] : flags,
      bidderQuestion: dataClass === 'vergabe' || (labels.bidderQuestion && beats(dataClass, 'vergabe')),
    },
  }
}

function urgentFlags(flags: readonly Flag[], urgency: Urgency | undefined): Flag[] {
  if (urgency === undefined) return [...flags]
  const others = flags.filter(flag => flag !== 'heute_sichten')
  return urgency === 'heute' ? [...others, 'heute_sichten'] : others
}

function handEvidence({ stakeholder, topic, place }: Meant): Evidence[] {
  return [
    ...(stakeholder ? [{ axis: 'stakeholder' as const, label: stakeholder, kind: byHand }] : []),
    ...(topic ? [{ axis: 'topic' as const, label: topic, kind: byHand }] : []),
    ...(place ? [{ axis: 'region' as const, label: place, kind: byHand }] : []),
  ]
}

/** What a person said earlier, and says otherwise now. */
function saidAnew({ axis, kind }: Evidence, meant: Meant): boolean {
  return kind === byHand && handEvidence(meant).some(each => each.axis === axis)
}

/** The evidence without what a person said, where that is taken back. `axes`: of which kinds. */
export function withoutHand(because: readonly Evidence[], axes: readonly Evidence['axis'][]): Evidence[] {
  return because.filter(each => each.kind !== byHand || !axes.includes(each.axis))
}
