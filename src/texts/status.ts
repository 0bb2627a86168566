import type { Temporal } from 'temporal-polyfill'
import type { Region } from '../domain/programme/profile.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { milestonesAt, nextMilestone } from '../domain/programme/statusAt.ts'
import type { Scope } from '../domain/status/programmeView.ts'
import type { StatusFacts } from '../domain/status/statusFacts.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import { germanPointInTime } from '../domain/time/pointInTime.ts'
import type { Action, Block, Reply, Row } from '../reply/reply.ts'
import { dueLine, openTicketsLine } from './figures.ts'
import { areaUnits, isItsOwnPlace, regionWithPlaces, unitsCounted } from './programmes/areaUnit.ts'
import { coverageSentence } from './programmes/coverage.ts'
import { agreementLine, litigationLine, programmeSentence, tenderLine } from './programmes/programmeState.ts'
import { standLine } from './standNote.ts'
import { milestoneRows } from './steps/milestoneRows.ts'
import { agreementProgress, dueStepsLine, stuckLine } from './steps/stepLines.ts'

/** The answer to "status" and "status region …": one screen, every figure with its Stand and Quelle. */
export function statusReply(facts: StatusFacts): Reply {
  const today = dayOf(facts.now)
  return {
    summary: `${name(facts)}: ${[noRegion(facts), ...sentences(facts)].filter(Boolean).join(' ')}`,
    audience: 'everyone',
    blocks: [
      ...head(facts, today),
      ...timetable(facts, today),
      { kind: 'facts', facts: factLines(facts, today) },
      { kind: 'actions', actions: actions(facts) },
      { kind: 'note', text: sourceLine(facts) },
    ],
  }
}

function head(facts: StatusFacts, today: Temporal.PlainDate): Block[] {
  const { view, programme } = facts
  const heading: Block = { kind: 'heading', text: `${title(facts)} · ${germanDayWithWeekday(today)}` }
  const region: Block[] = view.scope.kind === 'place' ? [{ kind: 'text', text: noRegion(facts) }] : []
  if (view.status.programme.value === 'aktiv')
    return [heading, ...region, { kind: 'text', text: sentences(facts).join(' ') }]
  const { headline, reason } = programmeSentence(view.status, programme.profile)
  // Whoever reads one line only must read this one.
  return [{ kind: 'heading', text: headline }, { kind: 'text', text: reason }, heading, ...region]
}

/** "Programm aktiv." "Als Nächstes: …". */
function sentences({ programme, view }: StatusFacts): string[] {
  const { next } = view
  return [
    programmeSentence(view.status, programme.profile).headline,
    ...(next?.jetzt ? [`Als Nächstes: ${next.titel}, ${germanPointInTime(next.jetzt)}.`] : []),
  ]
}

/** The short name of what was asked for: "Region 1". */
function name({ programme, view }: StatusFacts): string {
  const { scope } = view
  return scope.kind === 'region'
    ? scope.region.name
    : scope.kind === 'place'
      ? scope.place.name
      : programme.profile.name
}

function title({ programme, view }: StatusFacts): string {
  const { profile } = programme
  switch (view.scope.kind) {
    case 'programme':
      return `${profile.name}, ${profile.traeger}`
    case 'region':
      return isItsOwnPlace(view.scope.region)
        ? view.scope.region.name
        : `${view.scope.region.name}: ${placesOf(view.scope.region)}`
    case 'place':
      return view.scope.place.name
  }
}

function placesOf(region: Region): string {
  return region.orte.join(', ') || region.hinweis || 'Orte noch nicht festgelegt'
}

/** "Für Quickborn ist noch keine Region festgelegt. Festgelegt sind: …"; "" for everything but such a place. */
function noRegion({ programme, view }: StatusFacts): string {
  if (view.scope.kind !== 'place') return ''
  if (programme.profile.regionen.length === 0)
    return `Für ${view.scope.place.name} ist kein eigener Stand bekannt; es gilt der Stand des ganzen Programms.`
  const known = programme.profile.regionen.flatMap(region => regionWithPlaces(region) ?? [])
  const list = known.length > 0 ? ` Festgelegt sind: ${known.join('; ')}.` : ''
  return `Für ${view.scope.place.name} ist ${areaUnits(programme.profile).none} festgelegt.${list}`
}

function timetable({ programme, view }: StatusFacts, today: Temporal.PlainDate): Block[] {
  const milestones = milestoneRows(view.milestones)
  const table: Block[] =
    milestones.length > 0 ? [{ kind: 'rows', title: 'Meilensteine', rows: milestones }] : []
  switch (view.scope.kind) {
    case 'place':
      return programme.profile.regionen.length === 0 ? table : []
    case 'region':
      return table
    case 'programme':
      return [...regions(programme, today), ...table]
  }
}

/** Many parts without anything to say of each are named in one line. */
function regions(programme: Programme, today: Temporal.PlainDate): Block[] {
  const { many } = areaUnits(programme.profile)
  const rows = regionRows(programme, today)
  if (rows.length === 0) return []
  const names = programme.profile.regionen.flatMap(region => regionWithPlaces(region) ?? [])
  return rows.length > 6 && names.length === rows.length && rows.every(row => row.detail === '')
    ? [{ kind: 'facts', facts: [{ label: unitsCounted(programme.profile), value: names.join(', ') }] }]
    : [{ kind: 'rows', title: many, rows }]
}

function regionRows(programme: Programme, today: Temporal.PlainDate): Row[] {
  return programme.profile.regionen.map(region => {
    // What concerns all regions stands among the milestones below.
    const own = milestonesAt(programme, today, region).filter(each => each.milestone.regionen.length > 0)
    const next = nextMilestone(own, today)
    return {
      sign: 'none',
      state: region.name,
      text: isItsOwnPlace(region) ? '' : placesOf(region),
      detail: next?.jetzt ? `${next.titel}: ${germanPointInTime(next.jetzt)}` : '',
    }
  })
}

function factLines(facts: StatusFacts, today: Temporal.PlainDate): { label: string; value: string }[] {
  const { programme, view, tickets, steps } = facts
  const { profile } = programme
  const lines = [
    {
      label: 'Ausschreibung',
      value: profile.vergabe.gebraucht === 'ja' ? tenderLine(profile, view, facts.tender ?? null) : '',
    },
    { label: 'Rechtsstreit', value: litigationLine(view.status) },
    { label: 'Kooperation', value: agreementLine(profile, view) },
    { label: 'Schritte', value: progressLine(facts) },
    { label: 'Abdeckung', value: coverageLine(facts) },
    ...(tickets ? [{ label: 'Anfragen', value: openTicketsLine(tickets, today, profile.land) }] : []),
    { label: 'Fristen', value: deadlineLine(facts, today) },
    {
      label: 'Was hängt',
      value: steps ? stuckLine(steps.stuck, { profile, nameOf: steps.nameOf, today }) : '',
    },
  ]
  return lines.filter(line => line.value !== '')
}

/** More agreements than these are counted. */
const mostAgreements = 2

/** How far agreements are, as soon as something was entered that the document does not know. */
function progressLine({ steps }: StatusFacts): string {
  if (!steps) return ''
  const { agreements } = steps
  if (agreements.length > mostAgreements)
    return `${agreements.length} Vereinbarungen begonnen, davon ${agreements.filter(each => each.over).length} abgeschlossen`
  return agreements.map(each => agreementProgress(each, steps)).join(' · ')
}

/** "40 von 62: städtische Schulen … 22 ohne. (Stand Februar 2019)" of the whole programme. */
function coverageLine({ programme, view }: StatusFacts): string {
  const { abdeckung } = programme.profile
  return view.scope.kind === 'programme' && abdeckung
    ? `${coverageSentence(abdeckung)} (Stand ${abdeckung.stand})`
    : ''
}

/** Answers and steps that are due next. */
function deadlineLine({ programme, tickets, steps }: StatusFacts, today: Temporal.PlainDate): string {
  const { profile } = programme
  return [
    tickets ? dueLine(tickets.due, today) : '',
    steps ? dueStepsLine(steps.due, { profile, nameOf: steps.nameOf, today }) : '',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

function actions({ programme, tickets, view: { scope } }: StatusFacts): Action[] {
  const of = scope.kind === 'region' ? scope.region.name : scope.kind === 'place' ? scope.place.name : null
  const filter = of === null ? '' : ` ort:"${of}"`
  const first = programme.profile.regionen.find(region => region.orte.length > 0)
  return [
    ...(scope.kind === 'region' || !first
      ? []
      : [{ label: first.name, command: `status region ${first.name}` }]),
    ...(scope.kind === 'place' ? [] : [{ label: 'Zeitplan als Bild', command: timelineCommand(scope) }]),
    ...(tickets ? [{ label: 'Offene Anfragen', command: `vorgang liste${filter}` }] : []),
    { label: 'Fristen', command: `fristen${filter}` },
  ]
}

function timelineCommand(scope: Scope): string {
  return scope.kind === 'region' ? `zeitplan ${scope.region.name}` : 'zeitplan'
}

/** "Stand 22.03.2024, Quelle: Zwischeninformation Klassenassistenz. Anfragen: heute 09:14". */
function sourceLine(facts: StatusFacts): string {
  const { programme, view, tickets, inChannel, enteredUntil, now } = facts
  const latest = view.status.news.at(-1)
  const news = latest
    ? ` Neuere Ereignisse bis ${germanPointInTime({ wann: latest.datum })}, Quelle: ${latest.quelle}.`
    : ''
  const figures = tickets ? ` Anfragen: heute ${germanTime(now)}${inChannel ? ', ohne geschützte' : ''}` : ''
  return `${standLine(programme.profile, enteredUntil)}${news}${figures}`
}
