import { Temporal } from 'temporal-polyfill'
import type { Land } from '../time/calendar.ts'
import { germanDay } from '../time/day.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'
import type { ProcessInstance, When } from './process.ts'
import { type Anchor, anchors, type DateRule } from './template/template.ts'
import { germanDistance, onDay, rolled, shifted, whenOf } from './when.ts'

/** A date that the law sets, from the period engine. */
export interface StatutoryDate {
  day: Temporal.PlainDate
  norm: string
  why: string
  /** The day of the event that it is counted from; null: not known. */
  from: Temporal.PlainDate | null
}

/** The calendar that dates by rule are read from. */
export interface DateContext {
  land: Land
  /** The day of a school year ("2024/25"); null when no source has it. Summer holidays: the first day of those before it. */
  schoolDay(year: string, which: 'erster_schultag' | 'sommerferien'): Temporal.PlainDate | null
  /** The statutory dates that follow from the facts of a procedure, by their key; faults in German. */
  statutory(facts: Readonly<Record<string, unknown>>): {
    dates: ReadonlyMap<string, StatutoryDate>
    faults: readonly string[]
  }
  /** The law that `statutory` counts by; missing: the programme does not tender. */
  rules?: RuleSets
}

export interface RuleDate {
  when: When
  why: string
  norm: string | null
  legal: boolean
  /** The day of the event that a date of law is counted from. */
  from: Temporal.PlainDate | null
}

interface Around {
  instance: ProcessInstance
  context: DateContext
  statutory: ReadonlyMap<string, StatutoryDate>
  /** The date of another step of the same Ablauf. */
  other(id: string): When | null
  /** Its title. */
  titleOf(id: string): string
}

/** The date that a rule gives; null as long as what it is counted from has none. */
export function dateByRule(rule: DateRule, around: Around): RuleDate | null {
  if ('am' in rule) return plain(whenOf(rule.am, rule.voraussichtlich), '')
  if ('frist' in rule) return byLaw(firstOf(rule.frist, around.statutory))
  if ('jaehrlich' in rule) return yearly(rule, around.instance)
  const from = 'nach' in rule ? rule.nach : 'vor' in rule ? rule.vor : rule.wie
  const start = dayOrStep(from, around)
  if (!start) return null
  // The day that the whole Ablauf is about needs no reason.
  if ('wie' in rule) return plain(start, from === 'beginn' ? '' : wordsFor(from, around))
  const land = around.context.land
  if ('vor' in rule)
    return plain(shifted(start, rule, -1, land), `${germanDistance(rule)} vor ${wordsFor(from, around)}`)
  const raw = shifted(start, rule, 1, land)
  const why = `${germanDistance(rule)} nach ${wordsFor(from, around)}`
  if (!rule.rollt) return plain(raw, why)
  const end = rolled(raw, land)
  return end === raw
    ? plain(raw, why)
    : plain(end, `${why}, verschoben vom ${germanDay(raw.first)} auf den nächsten Arbeitstag (§ 193 BGB)`)
}

function plain(when: When, why: string): RuleDate {
  return { when, why, norm: null, legal: false, from: null }
}

function byLaw(date: StatutoryDate | undefined): RuleDate | null {
  return date ? { when: onDay(date.day), why: date.why, norm: date.norm, legal: true, from: date.from } : null
}

function firstOf(keys: string | readonly string[], dates: Around['statutory']): StatutoryDate | undefined {
  return [keys].flat().flatMap(key => dates.get(key) ?? [])[0]
}

function yearly(
  rule: { jaehrlich: string; jahre_spaeter: number },
  { start }: ProcessInstance,
): RuleDate | null {
  const [month, day] = rule.jaehrlich.split('-').map(Number)
  // 29 February is the 28th in other years.
  const at = Temporal.PlainDate.from({ year: start.year + rule.jahre_spaeter, month: month!, day: day! })
  return plain(onDay(at), `jährlich zum ${rule.jaehrlich.slice(3)}.${rule.jaehrlich.slice(0, 2)}.`)
}

function dayOrStep(from: string, around: Around): When | null {
  if (!isAnchor(from)) return around.other(from)
  const day = anchorDay(from, around)
  return day && onDay(day)
}

function isAnchor(name: string): name is Anchor {
  return (anchors as readonly string[]).includes(name)
}

function anchorDay(anchor: Anchor, { instance, context }: Around): Temporal.PlainDate | null {
  const { start } = instance
  // The school year runs from 01.08. to 31.07. in every Land of the profiles (domain.md section 6).
  const year = start.month >= 8 ? start.year : start.year - 1
  const name = `${year}/${String(year + 1).slice(-2)}`
  switch (anchor) {
    case 'beginn':
      return start
    case 'schuljahresbeginn':
      return Temporal.PlainDate.from({ year, month: 8, day: 1 })
    case 'schuljahresende':
      return Temporal.PlainDate.from({ year: year + 1, month: 7, day: 31 })
    case 'erster_schultag':
    case 'sommerferien':
      return context.schoolDay(name, anchor)
  }
}

const anchorWords: Record<Anchor, string> = {
  beginn: 'Beginn',
  schuljahresbeginn: 'Schuljahresbeginn (01.08.)',
  erster_schultag: 'dem ersten Schultag',
  sommerferien: 'Beginn der Sommerferien',
  schuljahresende: 'Schuljahresende (31.07.)',
}

function wordsFor(from: string, { titleOf }: Around): string {
  return isAnchor(from) ? anchorWords[from] : `„${titleOf(from)}“`
}
