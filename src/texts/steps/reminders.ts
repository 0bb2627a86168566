import { Temporal } from 'temporal-polyfill'
import { untoldTitle } from '../../domain/process/untold.ts'
import { inLine, type MorningMessage } from '../../domain/reminders/morningMessages.ts'
import type { DueReminder, ReminderThing, SharedStep } from '../../domain/reminders/reminderThing.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import { germanPointInTime } from '../../domain/time/pointInTime.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'

/** What a morning message says about itself. */
export interface MorningFacts {
  now: Temporal.Instant
  /** When it should have come: today's morning, or the first one that was missed. */
  planned: Temporal.Instant
  /** Some or all of it should have come earlier. */
  late: 'no' | 'partly' | 'yes'
  /** Since when the programme rests, "2024-12-03" or "2021-07"; null: it does not, or nothing rests with it. */
  restsSince: string | null
  /** Whether words that people typed may be read where it is said; elsewhere their own Fristen go by number only (D08). */
  words: boolean
}

/** The morning message of a channel (screens.md). No personal data, no words that people typed as a reason, no companies (D08). */
export function morningReply(message: MorningMessage, facts: MorningFacts): Reply {
  const today = dayOf(facts.now)
  const { lines, more } = message
  const blocks: Block[] = [
    {
      kind: 'heading',
      text: `Fristen heute und demnächst · ${germanDayWithWeekday(today)} (KW ${today.weekOfYear})`,
    },
    { kind: 'rows', title: '', rows: lines.map(line => lineRow(line, today, facts.words)) },
  ]
  if (more > 0)
    blocks.push({
      kind: 'text',
      text: `und ${more === 1 ? 'eine weitere' : `${more} weitere`}, morgen hier und jetzt mit „fristen“`,
    })
  const actions = actionsFor(lines, today)
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  blocks.push({ kind: 'note', text: [sentWords(facts), ...restWords(facts)].join(' ') })
  return { summary: summaryOf(lines), audience: 'everyone', blocks }
}

function summaryOf(lines: readonly DueReminder[]): string {
  const all = lines.flatMap(inLine)
  const late = all.filter(each => isLate(each)).length
  const today = all.filter(each => each.stage === 'today').length
  const parts = [
    ...(late > 0 ? [`${late} überfällig`] : []),
    ...(today > 0 ? [`${today} heute`] : []),
    ...(all.length > late + today ? [`${all.length - late - today} demnächst`] : []),
  ]
  return `Fristen: ${parts.join(', ')}`
}

const lateStages: readonly DueReminder['stage'][] = ['overdue', 'deputy', 'lead', 'oncemore']
const isLate = ({ stage }: DueReminder) => lateStages.includes(stage)

function lineRow(line: DueReminder, today: Temporal.PlainDate, words: boolean): Row {
  const { thing } = line
  // Of a protected Vorgang a channel hears its number and that it waits, nothing else (domain.md section 8).
  if (thing.numberOnly)
    return { sign: 'question', state: 'wartet', text: `${thing.number} · ${thing.title}`, detail: '' }
  const remark = remarksOf(line, today).join('; ')
  return {
    sign:
      isLate(line) || line.stage === 'today'
        ? 'urgent'
        : line.stage === 'unassigned'
          ? 'question'
          : 'planned',
    state: stateWords(line, today),
    text: titleWords(line, words),
    detail: [dateWords(thing), ownerWords(thing.owner), numbersIn(line)].filter(Boolean).join(' · '),
    ...(remark && { remark }),
  }
}

/** „Schulamt“, „Jugendamt in Vertretung für Projektleitung“. */
function ownerWords(owner: ReminderThing['owner']): string {
  if (!owner) return 'noch niemand zuständig'
  return owner.inPlaceOf === undefined ? owner.name : `${owner.name} in Vertretung für ${owner.inPlaceOf}`
}

/** "F-31 · Antrag stellen · Grundschule Süd"; of many "Antrag stellen · 12 Schulen". */
function titleWords(line: DueReminder, words: boolean): string {
  const { number, shared, kind, title } = line.thing
  if (line.also && shared) return `${shared.title} · ${inLine(line).length} ${manyWords[shared.of]}`
  return [number, words || kind !== 'aufgaben' ? title : untoldTitle].filter(Boolean).join(' · ')
}

const manyWords: Record<SharedStep['of'], string> = {
  programm: 'Programme',
  region: 'Gebiete',
  schule: 'Schulen',
  gremium: 'Gremien',
  modellstandort: 'Modellstandorte',
  verfahren: 'Verfahren',
}

/** Numbers that one line names; the rest stands in "fristen". */
const mostNumbers = 5

function numbersIn(line: DueReminder): string {
  if (!line.also) return ''
  const numbers = inLine(line).flatMap(({ thing }) => thing.number ?? [])
  const rest = numbers.length - mostNumbers
  return `${numbers.slice(0, mostNumbers).join(', ')}${rest > 0 ? `, … (${rest} weitere: fristen)` : ''}`
}

/** "heute", "in 6 Tagen", "überfällig"; of what is fuzzy no number of days, which would be sharper than its source. */
function stateWords(line: DueReminder, today: Temporal.PlainDate): string {
  const { occasion } = line.thing
  if (occasion.kind === 'unassigned') return 'wartet'
  if (occasion.kind === 'pending') return `seit ${daysBetween(occasion.since, today)} Tagen`
  const { first, last, tentative } = occasion.when
  if (Temporal.PlainDate.compare(today, last) > 0) return occasion.needsDoing ? 'überfällig' : 'vorbei'
  const begun = Temporal.PlainDate.compare(today, first) >= 0
  if (!first.equals(last) || tentative) return begun ? 'jetzt' : 'demnächst'
  const days = daysBetween(today, first)
  return ['heute', 'morgen'][days] ?? `in ${days} Tagen`
}

/** "Mi 24.04.2024", "voraussichtlich April 2024". */
function dateWords({ occasion }: ReminderThing): string {
  if (occasion.kind !== 'date') return ''
  const { first, last, wann, tentative } = occasion.when
  const words = first.equals(last) ? germanDayWithWeekday(first) : germanPointInTime({ wann })
  return tentative ? `voraussichtlich ${words}` : words
}

function remarksOf(line: DueReminder, today: Temporal.PlainDate): string[] {
  const { thing } = line
  return [
    ...givenWords(line),
    ...(isLate(line) ? [lateWords(thing, today)] : []),
    ...(thing.holdsUp ? [`hält „${thing.holdsUp}“ auf`] : []),
    ...waitWords(thing),
    ...(thing.norm ? [thing.norm] : []),
    ...(thing.why && !thing.holdsUp && (line.first || !thing.legal) ? [thing.why] : []),
    ...(line.stage === 'again' ? ['wie gewünscht wieder vorgelegt'] : []),
    ...(thing.occasion.kind === 'unassigned' ? [`seit ${germanDayWithWeekday(thing.occasion.since)}`] : []),
    ...(line.stage === 'pending' ? ['offen, ohne Termin'] : []),
  ].filter(Boolean)
}

function givenWords({ stage, given }: DueReminder): string[] {
  if (stage === 'deputy' && given) return [`an die Vertretung gegeben: ${given.name}`]
  if (stage === 'lead' && given) return [`an die Leitung vorgelegt: ${given.name}`]
  return stage === 'oncemore' ? ['noch einmal, keine Leitung benannt'] : []
}

function lateWords({ occasion }: ReminderThing, today: Temporal.PlainDate): string {
  if (occasion.kind !== 'date' || !occasion.when.first.equals(occasion.when.last)) return ''
  const days = daysBetween(occasion.when.last, today)
  return days === 1 ? 'seit gestern' : `seit ${days} Tagen`
}

/** At most two are named; who wants all of them asks for the Ablauf. */
function waitWords({ waitsFor }: ReminderThing): string[] {
  if (waitsFor.length === 0) return []
  const named = waitsFor.slice(0, 2).map(each => `„${each.title}“${each.role ? ` (${each.role})` : ''}`)
  const rest = waitsFor.length - named.length
  return [`wartet auf ${named.join(' und ')}${rest > 0 ? ` und ${rest} weitere` : ''}`]
}

function actionsFor(lines: readonly DueReminder[], today: Temporal.PlainDate): Action[] {
  const steps = lines.filter(({ thing, also }) => !also && thing.kind !== 'vorgang' && thing.number !== null)
  const grouped = lines.some(each => each.also)
  const [first] = steps
  const tickets = lines.filter(({ thing }) => thing.kind === 'vorgang' && thing.owner === null).slice(0, 2)
  return [
    ...(first ? stepActions(first, today) : []),
    ...steps.slice(1, 3).map(({ thing }) => doneAction(thing)),
    ...(grouped ? [{ label: 'Fristen zeigen', command: 'fristen' }] : []),
    ...tickets.map(({ thing }) => ({
      label: `${thing.number} übernehmen`,
      command: `vorgang übernehmen ${thing.number}`,
    })),
  ]
}

/** The most pressing one has all buttons. What the law demands cannot be put off on the last day before it. */
function stepActions({ thing }: DueReminder, today: Temporal.PlainDate): Action[] {
  const { number, occasion, quiet } = thing
  const last = quiet === 'never' && occasion.kind === 'date' && daysBetween(today, occasion.when.first) <= 1
  return [
    doneAction(thing),
    { label: `${number} verschieben`, command: `frist verschieben ${number}` },
    ...(last ? [] : [{ label: 'Morgen erinnern', command: `frist schlummern ${number} bis morgen` }]),
  ]
}

function doneAction({ number }: ReminderThing): Action {
  return { label: `${number} erledigt`, command: `frist erledigt ${number}` }
}

function sentWords({ now, planned, late }: MorningFacts): string {
  const same = dayOf(now).equals(dayOf(planned))
  const at = (instant: Temporal.Instant) =>
    same ? germanTime(instant) : `${germanDayWithWeekday(dayOf(instant)).slice(0, 9)} ${germanTime(instant)}`
  const made = { no: '', partly: ' (teils nachgeholt)', yes: ' (nachgeholt)' }[late]
  return `Planmäßig ${at(planned)}, gesendet ${at(now)}${made}.`
}

function restWords({ restsSince }: MorningFacts): string[] {
  if (restsSince === null) return []
  const day = germanPointInTime({ wann: restsSince })
  return [`Das Programm ruht seit ${day}: Erinnerungen an seine Meilensteine ruhen mit.`]
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}
