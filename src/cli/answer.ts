import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { text as allOf } from 'node:stream/consumers'
import { correspondenceOf } from '../build/buildHandling.ts'
import { openWorld, type World } from '../buildWorld.ts'
import type { Context } from '../chat/command.ts'
import { whereItGoesOn } from '../chat/joinedReply.ts'
import { draftFor, shownDraft } from '../chat/seen/shownDraft.ts'
import { visibleTicket } from '../chat/seen/sight.ts'
import { maySettle } from '../chat/ticketActions.ts'
import type { Attachment } from '../db/attachments.ts'
import { joinedInto } from '../db/possibleMatches.ts'
import { draftNumber, readDraftNumber } from '../domain/mail/outgoing/draftNumber.ts'
import { readTicketNumber, ticketNumber } from '../domain/ticket/number.ts'
import { dayOf } from '../domain/time/day.ts'
import { discardAnswer } from '../flows/letters/discardAnswer.ts'
import { prepareAnswer } from '../flows/letters/prepareAnswer.ts'
import { sendAnswer } from '../flows/letters/sendAnswer.ts'
import { ProblemForPeople } from '../problem.ts'
import { renderText } from '../reply/renderText.ts'
import { draftLeads, notDroppedWords, settledWords } from '../texts/draftReplies.ts'
import { jobsWhenNeeded, personAsking } from './ask.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

interface Wanted {
  what:
    | { kind: 'prepare'; ticket: string; textFile: string; attach: string[]; quote: boolean }
    | { kind: 'send' | 'drop'; draftId: number }
  as: string | null
}

export const answer: CliCommand = {
  usage: 'VORGANG --text DATEI [--attach DATEI]… [--quote] [--as PERSON] | --send E-5 | --drop E-5',
  summary: 'bereitet eine Antwort mit Anlagen vor und verschickt sie; DATEI - ist die Standardeingabe',
  options: [
    ['--text DATEI', 'der Text der Antwort; - ist die Standardeingabe'],
    ['--attach DATEI', 'eine Anlage; mehrmals möglich'],
    ['--quote', 'der Brief, auf den geantwortet wird, steht darunter'],
    ['--as PERSON', 'handelt als diese Person der Personenliste oder in dieser Rolle'],
    ['--send E-5', 'verschickt den Entwurf'],
    ['--drop E-5', 'verwirft den Entwurf'],
  ],
  async run(argv, io) {
    const wanted = readArguments(argv)
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const context = contextOf(world, wanted.as)
        const { what } = wanted
        if (what.kind === 'prepare') return prepare(world, what, context, io)
        return decide(world, what.kind, what.draftId, context, io)
      },
    )
  },
}

function readArguments(argv: string[]): Wanted {
  const said = {
    text: null as string | null,
    attach: [] as string[],
    quote: false,
    as: null as string | null,
  }
  const words: string[] = []
  let decision: { kind: 'send' | 'drop'; draftId: number } | null = null
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!
    const value = () => {
      const next = argv[++i]
      if (!next) throw new WrongUsage(`Nach ${arg} fehlt eine Angabe.`)
      return next
    }
    if (arg === '--text') said.text = value()
    else if (arg === '--attach') said.attach.push(value())
    else if (arg === '--quote') said.quote = true
    else if (arg === '--as') said.as = value()
    else if (arg === '--send' || arg === '--drop') {
      const typed = value()
      const draftId = readDraftNumber(typed)
      if (draftId === null)
        throw new WrongUsage(`„${typed.slice(0, 40)}“ ist keine Nummer eines Entwurfs (E-5).`)
      decision = { kind: arg === '--send' ? 'send' : 'drop', draftId }
    } else if (arg.startsWith('--')) throw new WrongUsage(`„${arg}“ verstehe ich hier nicht.`)
    else words.push(arg)
  }
  const [ticket, ...more] = words
  if (decision) {
    if (ticket || said.text || said.attach.length > 0 || said.quote)
      throw new WrongUsage('Ein Entwurf steht fest; mit --send oder --drop steht nur seine Nummer.')
    return { what: decision, as: said.as }
  }
  if (!ticket || more.length > 0 || !said.text)
    throw new WrongUsage('Bitte eine Vorgangsnummer und mit --text die Datei mit der Antwort angeben.')
  const { text: textFile, attach, quote, as } = said
  return { what: { kind: 'prepare', ticket, textFile, attach, quote }, as }
}

function contextOf(world: World, as: string | null): Context {
  const person = personAsking(world.people, as)
  return {
    person,
    place: { platform: 'cli', shared: false, channel: 'cli', thread: null },
    viewer: { roles: person.roles, inChannel: false },
  }
}

/** Prints the draft with recipient, subject and text, and how it is sent. */
async function prepare(
  world: World,
  what: Extract<Wanted['what'], { kind: 'prepare' }>,
  context: Context,
  io: Io,
): Promise<number> {
  const prefix = world.programme.profile.nummern_praefix
  const number = readTicketNumber(what.ticket, prefix, dayOf(world.now()).year)
  if (!number) throw new WrongUsage(`„${what.ticket.slice(0, 40)}“ ist keine Vorgangsnummer (${prefix}-17).`)
  const wanted = { ...number, number: ticketNumber(prefix, number.year, number.seq) }
  const found = await visibleTicket(world, wanted, context)
  if (!found || !maySettle(context, found.ticket))
    throw new ProblemForPeople(
      `Einen Vorgang ${wanted.number} gibt es nicht, oder diese Rolle darf ihn nicht lesen.`,
    )
  const { ticket } = found
  const into = ticket.state === 'abgeschlossen' ? await joinedInto(world.db, ticket.id) : null
  if (into) throw new ProblemForPeople(whereItGoesOn(ticket, into, context).sentence)
  const needs = { ...world, correspondence: correspondenceOf(world) }
  const typed = {
    text: what.textFile === '-' ? await allOf(io.stdin) : String(readBytes(what.textFile)),
    files: what.attach.map(attachment),
    quoteOriginal: what.quote,
  }
  const prepared = await prepareAnswer(needs, found.ticket.id, typed, context.person.id)
  if (prepared.kind === 'refused') throw new ProblemForPeople(prepared.why)
  const draft = await draftFor(world, prepared.draftId, context)
  if (draft) io.stdout.write(`${renderText(await shownDraft(needs, draft, draftLeads.prepared, context))}\n`)
  if (needs.correspondence?.mailServer)
    io.stdout.write(`\nSenden: kla answer --send ${draftNumber(prepared.draftId)}\n`)
  return 0
}

async function decide(
  world: World,
  kind: 'send' | 'drop',
  draftId: number,
  context: Context,
  io: Io,
): Promise<number> {
  const number = draftNumber(draftId)
  const found = await draftFor(world, draftId, context)
  if (!found)
    throw new ProblemForPeople(
      `Einen Entwurf ${number} gibt es nicht, oder diese Rolle darf ihn nicht sehen.`,
    )
  if (kind === 'drop') {
    const done = await discardAnswer(
      { ...world, programmeId: world.programme.id },
      draftId,
      context.person.id,
    )
    if (!done) {
      const { state } = found.draft
      const words = notDroppedWords[state === 'open' ? 'sent' : state]
      throw new ProblemForPeople(`Der Entwurf ${number} ${words}`)
    }
    io.stdout.write(`Der Entwurf ${number} ist verworfen.\n`)
    return 0
  }
  const jobs = jobsWhenNeeded(world)
  const needs = { ...world, enqueue: jobs.enqueue, correspondence: correspondenceOf(world) }
  const result = await sendAnswer(needs, draftId, context.person.id).finally(() => jobs.stop())
  switch (result.kind) {
    case 'on-its-way':
      io.stdout.write(
        `Die Antwort ${number} zu ${result.ticket.number} ist auf dem Weg, sobald kla start läuft.\n`,
      )
      return 0
    case 'something-new':
      io.stdout.write(`${renderText(await shownDraft(needs, found, draftLeads.somethingNew, context))}\n`)
      return 1
    case 'settled':
      throw new ProblemForPeople(`Der Entwurf ${number} ${settledWords[result.state]}`)
    case 'refused':
      throw new ProblemForPeople(result.why)
    case 'no-such-draft':
      throw new ProblemForPeople(`Einen Entwurf ${number} gibt es nicht.`)
  }
}

/** What offices send; anything else is a file of unknown kind, which every mail program can save. */
const mediaTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.ics': 'text/calendar',
}

function attachment(path: string): Attachment {
  const name = basename(path).normalize('NFC')
  return {
    name,
    contentType: mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    bytes: readBytes(path),
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unbekannt'
    throw new ProblemForPeople(`Die Datei ${path} ist nicht lesbar (${code}). Bitte den Pfad prüfen.`)
  }
}
