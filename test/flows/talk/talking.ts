import { Temporal } from 'temporal-polyfill'
import { asc } from '../../../src/db/drizzle.ts'
import { auditLog, chatMessages, outgoingMails, posts, tickets } from '../../../src/db/schema.ts'
import type { JobPayloads } from '../../../src/flows/needs.ts'
import { hearMessage } from '../../../src/flows/talk/hearMessage.ts'
import { takeIn } from '../../../src/flows/talk/takeIn.ts'
import type { TalkNeeds } from '../../../src/flows/talk/talkNeeds.ts'
import type { Person, Said } from '../../../src/reply/incoming.ts'
import { programmeNamed } from '../../domain/programme/profiles.ts'
import { freshDatabase } from '../../peers/postgres.ts'

export const guest: Person = { id: 'slack:UGAST', name: 'Gast', roles: ['gast'] }
export const coordinator: Person = {
  id: 'slack:UKOORD',
  name: 'Koordination Jugendamt',
  roles: ['koordination_jugendamt'],
}
export const schoolOffice: Person = {
  id: 'slack:USCHULAMT',
  name: 'Koordination Schulamt',
  roles: ['koordination_schulamt'],
}

export const question = 'Wann startet die Klassenassistenz in Elmshorn?'

/** A channel of questions on a Monday morning; jobs are a list, everything else is real. */
export async function talkingWorld() {
  const database = await freshDatabase()
  const { db } = database.connection
  const jobs: { kind: keyof JobPayloads; payload: object; urgent?: boolean }[] = []
  let clock = Temporal.Instant.from('2024-04-22T09:14:00+02:00')
  let ts = 0
  const needs: TalkNeeds = {
    db,
    now: () => clock,
    programme: programmeNamed('pinneberg'),
    secret: 'nur-fuer-tests-0123456789-abcdefghij',
    outgoing: {
      domain: 'kreis-pinneberg.de',
      alarmTo: ['bereitschaft@kreis.example'],
      procurementTo: ['vergabestelle@kreis.example'],
    },
    postTargets: type => [{ platform: 'slack', channel: `C-${type}` }],
    workplaceUrl: 'https://kla.kreis.example',
    enqueue: async (_tx, kind, payloads, options) => {
      jobs.push(...payloads.map(payload => ({ kind, payload, ...(options?.urgent && { urgent: true }) })))
    },
  }
  /** A message as it stands in the channel of questions. */
  const said = (text: string, more: Partial<Said> = {}): Said => ({
    address: `1713770000.${String(++ts).padStart(6, '0')}`,
    channel: 'C-FRAGEN',
    thread: null,
    author: guest,
    text,
    at: clock.toString(),
    files: 0,
    ...more,
  })
  return {
    ...database,
    db,
    needs,
    jobs,
    said,
    wait: (minutes: number) => {
      clock = clock.add({ minutes })
    },
    hear: (message: Said, intake = true) => hearMessage(needs, message, { platform: 'slack', intake }),
    takeIn: (message: Said, by: Person = coordinator) => takeIn(needs, message, by, { platform: 'slack' }),
    async rows() {
      return {
        tickets: await db.select().from(tickets).orderBy(asc(tickets.id)),
        messages: await db.select().from(chatMessages).orderBy(asc(chatMessages.id)),
        posts: await db.select().from(posts).orderBy(asc(posts.id)),
        letters: await db.select().from(outgoingMails).orderBy(asc(outgoingMails.id)),
        audit: await db.select().from(auditLog).orderBy(asc(auditLog.id)),
      }
    },
  }
}
