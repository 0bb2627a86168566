import { Temporal } from 'temporal-polyfill'
import type { ProcessHistory } from '../domain/process/plansOf.ts'
import type { ProcessEvent } from '../domain/process/process.ts'
import type { NewInstance } from '../domain/process/wantedInstances.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq } from './drizzle.ts'
import { processEvents, processes } from './schema.ts'

/** All Abläufe of a programme with their history, in the order of their ids. */
export async function loadProcesses(db: Queries, programmeId: string): Promise<ProcessHistory[]> {
  const [rows, events] = await Promise.all([
    db.select().from(processes).where(eq(processes.programmeId, programmeId)).orderBy(asc(processes.id)),
    db
      .select()
      .from(processEvents)
      .where(eq(processEvents.programmeId, programmeId))
      .orderBy(asc(processEvents.id)),
  ])
  const histories = new Map(
    rows.map(row => [row.id, { instance: instanceOf(row), events: [] as ProcessEvent[] }]),
  )
  for (const event of events) histories.get(event.processId)?.events.push(eventOf(event))
  return [...histories.values()]
}

function instanceOf(row: typeof processes.$inferSelect): ProcessHistory['instance'] {
  return {
    id: row.id,
    template: row.template,
    subject: { kind: row.subjectKind, name: row.subject },
    cycle: row.cycle,
    start: Temporal.PlainDate.from(row.startOn),
    facts: row.facts,
  }
}

function eventOf({ change, at, by, reason, decidedBy }: typeof processEvents.$inferSelect): ProcessEvent {
  return { ...change, at: new Date(at).toISOString(), by, reason, decidedBy }
}

/** Begins Abläufe; one that exists already is left as it is. Returns the ids of the new ones. */
export async function insertProcesses(
  tx: Queries,
  programmeId: string,
  instances: readonly NewInstance[],
  by: string,
  at: string,
): Promise<number[]> {
  if (instances.length === 0) return []
  const rows = await tx
    .insert(processes)
    .values(
      instances.map(each => ({
        programmeId,
        template: each.template,
        subjectKind: each.subject.kind,
        subject: each.subject.name,
        cycle: each.cycle,
        startOn: each.start.toString(),
        facts: { ...each.facts },
        createdBy: by,
        createdAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: processes.id })
  return rows.map(row => row.id)
}

/** The id of an Ablauf, e.g. of one that another process has just begun; null: there is none. */
export async function processId(
  db: Queries,
  programmeId: string,
  { template, subject, cycle }: Pick<NewInstance, 'template' | 'subject' | 'cycle'>,
): Promise<number | null> {
  const [row] = await db
    .select({ id: processes.id })
    .from(processes)
    .where(
      and(
        eq(processes.programmeId, programmeId),
        eq(processes.template, template),
        eq(processes.subjectKind, subject.kind),
        eq(processes.subject, subject.name),
        eq(processes.cycle, cycle),
      ),
    )
  return row?.id ?? null
}

export interface NewEvent {
  processId: number
  event: ProcessEvent
  /** Names what may be written once only. */
  key: string
}

/** Writes what happened. What was written under the same key before is not written again; returns how many are new. */
export async function insertEvents(
  tx: Queries,
  programmeId: string,
  events: readonly NewEvent[],
): Promise<number> {
  if (events.length === 0) return 0
  const rows = await tx
    .insert(processEvents)
    .values(
      events.map(({ processId, event, key }) => {
        const { at, by, reason, decidedBy, ...change } = event
        return { programmeId, processId, change, reason, decidedBy, by, at, key }
      }),
    )
    .onConflictDoNothing()
    .returning({ id: processEvents.id })
  return rows.length
}
