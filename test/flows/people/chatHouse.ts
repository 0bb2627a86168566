import { Temporal } from 'temporal-polyfill'
import type { ChatCore, PlatformConfig } from '../../../src/adapters/chatTypes.ts'
import { chatCoreFor } from '../../../src/build/buildChatCore.ts'
import type { World } from '../../../src/buildWorld.ts'
import { createAnswer } from '../../../src/chat/dispatch.ts'
import { type Connection, connect } from '../../../src/db/connect.ts'
import { auditLog, outgoingMails } from '../../../src/db/schema.ts'
import type { ListedPerson } from '../../../src/domain/people/listedPerson.ts'
import type { Profile } from '../../../src/domain/programme/profile.ts'
import { commands } from '../../../src/registry.ts'
import type { Person, Place } from '../../../src/reply/incoming.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { exampleWorld } from '../../commands/exampleWorld.ts'

/** The functions of an invented office, recognised by their addresses only. */
export const office: ListedPerson[] = [
  {
    accounts: [],
    mail: 'koordination@kreis.example',
    name: 'Koordination Jugendamt',
    roles: ['koordination_jugendamt'],
  },
  { accounts: ['slack:UASD'], mail: 'asd@kreis.example', name: 'ASD', roles: ['asd', 'fachdienst'] },
  {
    accounts: ['slack:USCHULE'],
    mail: null,
    name: 'Koordination Schulamt',
    roles: ['koordination_schulamt'],
  },
]

interface HouseOptions {
  people?: ListedPerson[]
  kanalregeln?: Profile['kanalregeln']
  channels?: PlatformConfig['channels']
  /** false: no letter leaves this house. */
  mailServer?: boolean
}

/** The example office behind one chat platform: real database, real core, a clock that is moved by hand. */
export async function chatHouse(options: HouseOptions = {}) {
  const { people = office, kanalregeln = {}, channels = {}, mailServer = true } = options
  const example = await exampleWorld()
  let clock = example.now()
  const now = () => clock
  const programme = { ...example.programme, profile: { ...example.programme.profile, kanalregeln } }
  const opened: Connection[] = []
  const logged: unknown[] = []

  /** A process of its own: its own connections to the same database. */
  function replica(connection = example.connection): ChatCore {
    const log = {
      info: (...line: unknown[]) => logged.push(line),
      error: (...line: unknown[]) => logged.push(line),
    }
    const needs = {
      ...example.needs,
      log,
      programme,
      people,
      now,
      db: connection.db,
      correspondence: { ...example.needs.correspondence, mailServer },
    }
    const world = { ...needs, settings: { workplaceUrl: null } } as unknown as World
    const ways = { enqueue: needs.enqueue, postTargets: () => [], outgoing: null }
    const config = { channels, level: 'metadaten' as const }
    return chatCoreFor(world, createAnswer(needs, commands), 'slack', config, ways)
  }
  const core = replica()

  async function said(account: string, text: string, more: Partial<Place> = {}, by = core): Promise<Reply> {
    const place: Place = { platform: 'slack', shared: false, channel: `D-${account}`, thread: null, ...more }
    return by.answer({ text, person: await by.personOf(account), place })
  }

  return {
    ...example,
    core,
    logged,
    people,
    secondReplica(): ChatCore {
      const connection = connect(example.url)
      opened.push(connection)
      return replica(connection)
    },
    /** A process whose line to the database is cut. */
    async replicaWithoutDatabase(): Promise<ChatCore> {
      const connection = connect(example.url)
      await connection.close()
      return replica(connection)
    },
    said,
    shown: async (account: string, text: string, more?: Partial<Place>, by?: ChatCore) =>
      renderText(await said(account, text, more, by), { width: 400 }),
    personOf: (account: string): Promise<Person> => core.personOf(account),
    /** Sets the clock, local time: "2024-04-22T15:00". */
    clockAt(local: string): void {
      clock = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant()
    },
    letters: () => example.db.select().from(outgoingMails).orderBy(outgoingMails.id),
    /** The six digits of the newest letter. */
    async newestCode(): Promise<string> {
      const letters = await example.db.select().from(outgoingMails).orderBy(outgoingMails.id)
      return /^ich code (\d{6})$/m.exec(letters.at(-1)?.body ?? '')?.[1] ?? 'kein Code'
    },
    audit: () => example.db.select().from(auditLog).orderBy(auditLog.id),
    async drop(): Promise<void> {
      for (const connection of opened) await connection.close()
      await example.drop()
    },
  }
}

/** Six digits that are not these. */
export function otherCode(code: string, n = 1): string {
  return String((Number(code) + n) % 1_000_000).padStart(6, '0')
}
