import { Temporal } from 'temporal-polyfill'
import { processParts } from '../../src/build/buildProcesses.ts'
import type { ChatNeeds } from '../../src/chat/command.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { messages, tickets } from '../../src/db/schema.ts'
import type { Correspondence } from '../../src/domain/mail/outgoing/correspondence.ts'
import { poolTemplate } from '../../src/domain/process/kinds/pools.ts'
import type { Role } from '../../src/domain/ticket/visibility.ts'
import { dayOf } from '../../src/domain/time/day.ts'
import { type ChangeNeeds, changeProcesses } from '../../src/flows/processes/changeProcesses.ts'
import { nameUnit } from '../../src/flows/processes/nameUnit.ts'
import { platforms } from '../../src/platforms.ts'
import { commands } from '../../src/registry.ts'
import type { Person, Place } from '../../src/reply/incoming.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'
import { freshDatabase } from '../peers/postgres.ts'

/** What must never leave the letter: planted in every letter of the example world. */
export const secrets = [
  'Erika Beispiel',
  'erika@familie.example',
  'Unser Sohn Jonas',
  'Diagnose Asperger',
  'Musterweg 3',
]

/** How letters of the example programme are signed and where they come from. */
export const correspondence: Correspondence = {
  secret: 'nur-fuer-tests-0123456789-abcdefghij',
  domain: 'kreis-pinneberg.de',
  ownAddresses: new Set(['klassenassistenz@kreis-pinneberg.de']),
  mailServer: true,
}

const names: Partial<Record<Role, string>> = {
  koordination_jugendamt: 'Koordination Jugendamt',
  koordination_schulamt: 'Koordination Schulamt',
  gast: 'Gast',
}

export const person = (...roles: Role[]): Person => ({
  id: `web:${roles.join('+')}`,
  name: names[roles[0]!] ?? roles[0]!,
  roles,
})

export const office: Place = { platform: 'web', shared: false, channel: 'web', thread: null }
export const channel: Place = { platform: 'slack', shared: true, channel: 'C1', thread: null }
export const directMessage: Place = { platform: 'slack', shared: false, channel: 'D1', thread: null }

/** The line that confirms a preview; undefined where none was shown. */
export function yesOf(reply: Reply): string | undefined {
  const actions = reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
  return actions.find(each => each.command.includes('wirklich:'))?.command
}

/** Monday morning in the office of a programme, by default Kreis Pinneberg with one Vorgang of every kind. */
export async function exampleWorld(
  profile = 'pinneberg',
  more: Partial<Pick<ChatNeeds, 'people' | 'postTargets' | 'outgoing' | 'workplaceUrl'>> = {},
) {
  const database = await freshDatabase()
  const { db } = database.connection
  let clock = Temporal.Instant.from('2024-04-22T09:14:00+02:00')
  const now = () => clock
  const rows = await db.insert(tickets).values(exampleTickets()).returning()
  await db.insert(messages).values(rows.map(row => letter(row.id)))
  const logged: { fields: object; message: string }[] = []
  const note = (fields: object, message: string) => {
    logged.push({ fields, message })
  }
  const programme = programmeNamed(profile)
  const jobs: { kind: string; payload: object }[] = []
  const needs = {
    programme,
    ...processParts(programme),
    db,
    now,
    log: { info: note, error: note },
    people: [],
    enqueue: async (_tx: unknown, kind: string, payloads: object[]) => {
      jobs.push(...payloads.map(payload => ({ kind, payload })))
    },
    correspondence: { ...correspondence },
    calendarUrl: 'https://kla.kreis-beispiel.example',
    platformNotes: platforms.flatMap(each => each.typing?.(null) ?? []),
    postTargets: () => [],
    outgoing: null,
    workplaceUrl: null,
    ...more,
  }
  const answer = createAnswer(needs, commands)
  const said = (
    text: string,
    by: Person = person('koordination_jugendamt'),
    place: Place = office,
  ): Promise<Reply> => answer({ text, person: by, place })
  await nameExamples(needs)
  const drawn = await database.connection.client<{ restore: string }[]>`
    select format('select setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename),
                  coalesce(last_value, start_value), last_value is not null) as restore
    from pg_sequences`
  /** What is answered in this place after what was said `before`, with all changes taken back: many may follow one another in one world. */
  async function saidAndUndone(text: string, place: Place, before: readonly string[] = []): Promise<Reply> {
    let reply: Reply | null = null
    const undo = new Error('undo')
    const inTransaction = db.transaction(async tx => {
      const answerInIt = createAnswer({ ...needs, db: tx as unknown as typeof db }, commands)
      const by = person('koordination_jugendamt')
      for (const each of before) await answerInIt({ text: each, person: by, place })
      reply = await answerInIt({ text, person: by, place })
      throw undo
    })
    await inTransaction.catch(error => {
      if (error !== undo) throw error
    })
    // Numbers that were drawn are not given back by a transaction.
    await database.connection.client.unsafe(drawn.map(each => each.restore).join(';'))
    return reply!
  }
  return {
    ...database,
    db,
    now,
    programme,
    needs,
    logged,
    /** Lets time pass: to nine o'clock of a day, ISO. */
    goTo(day: string): void {
      clock = Temporal.PlainDate.from(day)
        .toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' })
        .toInstant()
    },
    /** Jobs that commands wrote. */
    jobs,
    said,
    /** The answer as wide text. */
    shown: async (text: string, by?: Person, place?: Place) =>
      renderText(await said(text, by, place), { width: 200 }),
    saidAndUndone,
    shownAndUndone: async (text: string, before?: readonly string[]): Promise<string> =>
      renderText(await saidAndUndone(text, office, before), { width: 200 }),
  }
}

/** A school and a model site that people named, where a programme keeps something for them, and a pool of that school. */
async function nameExamples(needs: ChangeNeeds) {
  const { profile } = needs.programme
  const actor = person('koordination_jugendamt')
  const place = profile.orte[0]!.name
  for (const kind of ['schule', 'modellstandort'] as const)
    if (profile.ablaeufe.some(each => each.je === kind))
      await nameUnit(needs, actor, { kind, name: 'Beispielschule', place })
  const pool = poolTemplate(profile)
  if (pool)
    await changeProcesses(needs, actor, () => ({
      begin: [
        {
          template: pool.id,
          subject: { kind: 'schule', name: 'Beispielschule' },
          cycle: '',
          start: dayOf(needs.now()),
          facts: {},
        },
      ],
      result: null,
    }))
}

function exampleTickets(): (typeof tickets.$inferInsert)[] {
  return [
    ticket(3, {
      state: 'eingegangen',
      stakeholder: null,
      topic: null,
      place: null,
      unknownPlace: 'Musterweg 3',
    }),
    ticket(4, { dataClass: 'kindeswohl', stakeholder: 'schule', topic: 'einzelfall' }),
    ticket(5, {
      dataClass: 'vergabe',
      stakeholder: 'freier_traeger',
      topic: 'ausschreibung',
      bidderQuestion: true,
    }),
    ticket(6, { dataClass: 'presse', stakeholder: 'presse', topic: 'presseanfrage' }),
    ticket(7, {
      dataClass: 'antrag_verdacht',
      stakeholder: 'eltern',
      topic: 'einzelfall',
      flags: ['antrag_verdacht', 'heute_sichten'],
    }),
    ticket(8, { dataClass: 'bewerbung', stakeholder: 'bewerber', topic: 'personal' }),
    ticket(9, {
      dataClass: 'einzelfall',
      stakeholder: 'eltern',
      topic: 'einzelfall',
      place: 'Barmstedt',
      dueOn: '2024-04-18',
    }),
    ticket(10, { dataClass: 'dsgvo_izg', stakeholder: 'eltern', topic: 'datenschutz', dueOn: '2024-05-21' }),
    ticket(12, {
      state: 'abgeschlossen',
      owner: 'Koordination Jugendamt',
      stakeholder: 'schulamt',
      topic: 'konzept',
      closedAt: '2024-04-15T10:00:00Z',
    }),
    ticket(14, {
      stakeholder: 'schultraeger',
      topic: 'finanzierung',
      place: 'Pinneberg',
      dueOn: '2024-04-17',
      state: 'in_bearbeitung',
      owner: 'Koordination Schulamt',
    }),
    ticket(17, { stakeholder: 'schule', topic: 'zeitplan', place: 'Elmshorn', dueOn: '2024-04-25' }),
  ]
}

function ticket(seq: number, more: Partial<typeof tickets.$inferInsert>): typeof tickets.$inferInsert {
  return {
    programmeId: 'pinneberg',
    year: 2024,
    seq,
    number: `KA-2024-${String(seq).padStart(4, '0')}`,
    state: 'eingegangen',
    stakeholder: 'eltern',
    topic: 'sonstiges',
    place: 'Elmshorn',
    flags: [],
    bidderQuestion: false,
    dataClass: 'allgemein',
    because: [{ axis: 'stakeholder', label: 'eltern', kind: 'Wort der Familie', words: 'Unser Sohn Jonas' }],
    confidence: { stakeholder: 0.9, topic: 0.9 },
    createdAt: '2024-04-22T06:52:00Z',
    changedAt: '2024-04-22T06:52:00Z',
    live: true,
    ...more,
  }
}

function letter(ticketId: number): typeof messages.$inferInsert {
  return {
    programmeId: 'pinneberg',
    ticketId,
    direction: 'in',
    fromName: 'Erika Beispiel',
    fromAddress: 'erika@familie.example',
    subject: 'Unser Sohn Jonas',
    body: 'Guten Tag,\nJonas hat die Diagnose Asperger.\nErika Beispiel, Musterweg 3',
    attachments: [],
    at: '2024-04-22T06:52:00Z',
  }
}
