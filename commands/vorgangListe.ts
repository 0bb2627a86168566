import type { ArgValues, PersonValue } from '../src/chat/arguments/args.ts'
import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { placeNamesOf } from '../src/chat/arguments/readPlace.ts'
import { type Context, defineCommand, type Needs, staff } from '../src/chat/command.ts'
import {
  bidderWords,
  snoozedWords,
  stakeholderWords,
  stateWords,
  topicWords,
  urgentWords,
} from '../src/chat/phrases/vocabulary.ts'
import { classesSeen } from '../src/chat/seen/classesSeen.ts'
import { sightFor } from '../src/chat/seen/sight.ts'
import { countTickets, listTickets, type TicketFilter } from '../src/db/tickets.ts'
import { stakeholderNames, topicNames } from '../src/domain/classify/labels.ts'
import { stateNames } from '../src/domain/ticket/states.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { firstOn, mostCounted } from '../src/texts/listPages.ts'
import { ticketRow } from '../src/texts/ticketFacts.ts'
import { ticketListReply } from '../src/texts/ticketReplies.ts'

/** As many as fit on one screen. */
const most = 20

const name = 'vorgang liste'
const args = {
  status: { kind: 'choice', label: 'Stand', choices: stateWords, keys: ['stand', 'status'] },
  stakeholder: { kind: 'choice', label: 'Typ', choices: stakeholderWords, keys: ['typ', 'von'] },
  topic: { kind: 'choice', label: 'Thema', choices: topicWords, keys: ['thema', 'zu'] },
  region: { kind: 'place', label: 'Ort oder Region', keys: ['region', 'ort'] },
  urgent: { kind: 'choice', label: 'dringend', choices: urgentWords },
  bidder_question: { kind: 'choice', label: 'Bieterfragen', choices: bidderWords },
  snoozed: { kind: 'choice', label: 'zurückgestellt', choices: snoozedWords },
  assignee: { kind: 'person', label: 'Zuständig', keys: ['zuständig', 'bei'] },
  page: pageArg,
} as const

export default defineCommand({
  name,
  aliases: ['vorgänge', 'vorgang auflisten', 'vorgänge liste', 'liste', 'anfragen'],
  summary: 'Listet Vorgänge, die offenen zuerst nach Frist',
  help:
    'Ein Vorgang ist eine Anfrage mit ihrem Briefwechsel. Ohne Angaben sehen Sie alle offenen. ' +
    'Stand, Typ, Thema, Ort und Zuständigkeit engen die Liste ein, in beliebiger Reihenfolge. Was zurückgestellt ist, fehlt ' +
    'bei „überfällig“ und „bei mir“; „vorgang liste zurückgestellt“ zeigt es.',
  intent: 'ticket_list',
  args,
  permission: staff,
  changes: false,
  examples: [
    { input: 'vorgang liste', shows: 'KA-2024-0017' },
    { input: 'vorgang liste Schule Elmshorn', shows: 'Schule · Zeitplan · Elmshorn' },
    { input: 'vorgang liste überfällig', shows: 'überfällig' },
    { input: 'vorgang liste zuständig:niemand', shows: 'noch niemand' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now'>, said, context) {
    const today = dayOf(needs.now())
    const filter = filterFor(needs, said, context, today.toString())
    const paging = pagingOf({ name, args }, said)
    const total = await countTickets(needs.db, needs.programme.id, filter, mostCounted)
    const start = firstOn(total, paging, most)
    const tickets = await listTickets(needs.db, needs.programme.id, filter, most, start)
    const rows = tickets.flatMap(ticket => {
      const sight = sightFor(context, ticket.dataClass)
      return sight === 'nothing' ? [] : [ticketRow(ticket, sight, today)]
    })
    const show = tickets
      .slice(0, 3)
      .map(({ number }) => ({ label: number, command: `vorgang zeige ${number}` }))
    return ticketListReply(heading(said), rows, show, { total, most, paging, now: needs.now() })
  },
})

type Said = ArgValues<typeof args>

function filterFor(needs: Needs<'programme'>, said: Said, context: Context, today: string): TicketFilter {
  const places = placeNamesOf(needs.programme, said.region)
  // What was put off is nobody's of today, unless it is asked for.
  const ofToday = said.status === 'ueberfaellig' || said.assignee?.kind === 'me'
  const filter = {
    ...(said.snoozed ? { snoozedOn: today } : ofToday ? { awakeOn: today } : {}),
    state: said.status === 'ueberfaellig' ? ('unbeantwortet' as const) : (said.status ?? ('offen' as const)),
    ...(said.status === 'ueberfaellig' ? { dueBefore: today } : {}),
    ...(said.stakeholder ? { stakeholder: said.stakeholder } : {}),
    ...(said.topic ? { topic: said.topic } : {}),
    ...(places ? { places } : {}),
    ...(said.assignee ? { owner: ownerOf(said.assignee, context) } : {}),
    ...(said.urgent ? { flag: 'heute_sichten' as const } : {}),
    ...(said.bidder_question ? { bidderQuestion: true } : {}),
  }
  // To stand in a narrowed list tells what it is narrowed by: only what may be seen with that is listed there.
  const plain = Object.keys(filter).length === 1 && filter.state === 'offen'
  return { ...filter, classes: classesSeen(context, plain ? 'reduced' : 'metadata') }
}

function ownerOf(assignee: PersonValue, { person }: Context): string | null {
  return assignee.kind === 'me' ? person.name : assignee.kind === 'nobody' ? null : assignee.name
}

/** "Offene Vorgänge · Schule · Elmshorn". */
function heading(said: Said): string {
  const { status, stakeholder, topic, region, assignee } = said
  const start =
    status === null || status === 'offen'
      ? 'Offene Vorgänge'
      : status === 'ueberfaellig'
        ? 'Überfällige Vorgänge'
        : `Vorgänge · ${stateNames[status]}`
  const narrowed = [
    stakeholder && (stakeholder === 'ungeklaert' ? 'Typ ungeklärt' : stakeholderNames[stakeholder]),
    topic && topicNames[topic],
    region && region.kind !== 'area' ? region.name : null,
    said.urgent && 'heute zu sichten',
    said.snoozed && 'zurückgestellt',
    said.bidder_question && 'Bieterfragen',
    assignee && assigneeText(assignee),
  ]
  return [start, ...narrowed.filter(Boolean)].join(' · ')
}

function assigneeText(assignee: PersonValue): string {
  return assignee.kind === 'me'
    ? 'meine'
    : assignee.kind === 'nobody'
      ? 'noch niemand zuständig'
      : assignee.name
}
