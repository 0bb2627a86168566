import type { Temporal } from 'temporal-polyfill'
import type { periodsToCome } from '../../domain/tender/periodView.ts'
import { type PeriodGroup, periodGroups } from '../../domain/tender/periodView.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import { wordsForEvent } from '../../domain/time/periods/inputs.ts'
import type { Certainty, Period } from '../../domain/time/periods/period.ts'
import type { Block, Row } from '../../reply/reply.ts'

export const certaintyWords: Record<Certainty, string> = {
  settled: 'gesichert',
  prevailing: 'herrschende Meinung',
  cautious: 'vorsichtig gezählt',
  convention: 'gute Praxis',
}

const boundWords = { 'not-before': 'frühestens', 'not-after': 'spätestens' } as const

/** All periods, part by part of the procedure, each with its norm, how sure it is, and counted out. */
export function periodBlocks(
  groups: readonly [PeriodGroup, readonly Period[]][],
  counted: 'counted out' | 'brief' = 'counted out',
): Block[] {
  return groups.map(([group, periods]) => ({
    kind: 'rows',
    title: periodGroups[group],
    rows: periods.map(each => (counted === 'brief' ? briefRow(each) : periodRow(each))),
  }))
}

function briefRow(period: Period): Row {
  return { ...periodRow(period), remark: `${period.norm} · ${certaintyWords[period.certainty]}` }
}

export function periodRow(period: Period): Row {
  return {
    sign: period.open.length > 0 ? 'question' : period.bound === 'not-after' ? 'urgent' : 'fixed',
    state: period.bound ? boundWords[period.bound] : period.kind === 'value' ? 'Hinweis' : 'bis',
    text: labelOf(period),
    detail: whenWords(period),
    remark: `${period.norm} · ${certaintyWords[period.certainty]}${period.open.length > 0 ? ', unter einer Bedingung' : ''}. ${period.why}`,
  }
}

/** Parts of keys that say under which circumstances a period holds; the labels of the rules do not. */
const circumstances: readonly (readonly [part: string, words: string])[] = [
  ['_elektronisch', 'bei elektronischen Angeboten'],
  ['_dringlich', 'bei Dringlichkeit'],
  ['_vorinformation', 'nach Vorinformation'],
  ['_unterlagen_nicht_online', 'ohne Unterlagen im Netz'],
  ['_vertraulichkeitsmassnahmen', 'mit Vertraulichkeitsmaßnahmen'],
]

function labelOf({ key, label }: Period): string {
  if (key.endsWith('_gesetzt_mit_uhrzeit_zulaessig')) return `${label}: Mindestfrist gewahrt`
  const words = circumstances.flatMap(([part, said]) => (key.includes(part) ? [said] : []))
  const own = words.filter(each => !label.includes(each))
  return own.length > 0 ? `${label} ${own.join(', ')}` : label
}

function whenWords(period: Period): string {
  switch (period.kind) {
    case 'date':
      return germanDayWithWeekday(period.date)
    case 'datetime': {
      const at = period.datetime.toInstant()
      return `${germanDayWithWeekday(dayOf(at))}, ${germanTime(at)} Uhr`
    }
    case 'value':
      return valueWords(period.value)
  }
}

function valueWords(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (value === 'angemessen' || typeof value === 'number') return String(value)
  return value === 'entfaellt' ? 'entfällt' : value === 'nicht_unterstuetzt' ? 'nicht unterstützt' : value
}

/** Fewer than five working days in the standstill leave companies no real chance (OLG Düsseldorf, VII-Verg 20/14). */
export function standstillWarning(periods: readonly Period[]): string | null {
  const found = periods.find(each => each.key === 'arbeitstage_in_wartefrist')
  if (found?.kind !== 'value' || typeof found.value !== 'number' || found.value >= 5) return null
  return `Achtung: In der Wartefrist ${found.value === 1 ? 'liegt nur 1 Arbeitstag' : `liegen nur ${found.value} Arbeitstage`}; besser länger warten (OLG Düsseldorf, VII-Verg 20/14 und VII-Verg 24/16).`
}

/** What begins with a day that nobody knows yet. */
export function toComeBlock(toCome: ReturnType<typeof periodsToCome>): Block[] {
  if (toCome.length === 0) return []
  return [
    { kind: 'text', text: 'Noch offen, bis der Tag bekannt ist:' },
    {
      kind: 'facts',
      facts: toCome.map(({ event, labels }) => ({
        label: `nach ${wordsForEvent(event)}`,
        value: labels.join(', '),
      })),
    },
  ]
}

/** Dates of the standstill by both readings, for one sentence. */
export function bothReadings(periods: readonly Period[]): string | null {
  const day = (key: string): Temporal.PlainDate | null => {
    const found = periods.find(each => each.key === key)
    return found?.kind === 'date' ? found.date : null
  }
  const prevailing = day('vertragsschluss_fruehestens_herrschende_meinung')
  const cautious = day('vertragsschluss_fruehestens_vorsichtig')
  if (!prevailing || !cautious) return null
  return prevailing.equals(cautious)
    ? `Vertragsschluss ab ${germanDayWithWeekday(cautious)}, nach beiden Lesarten.`
    : `Vertragsschluss ab ${germanDayWithWeekday(prevailing)} nach herrschender Meinung, vorsichtig gezählt ab ${germanDayWithWeekday(cautious)}; geplant wird mit dem späteren Tag.`
}
