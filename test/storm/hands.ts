import type { Connection } from '../../src/db/connect.ts'

/** One change of state of an outgoing letter, as the database saw it. */
export interface Change {
  letter: number
  from: string | null
  to: string
  /** Instance that has it in hand after the change; null: none. */
  holder: number | null
  /** Milliseconds since 1970. */
  at: number
}

/**
 * Lets the database write down every change of state of an outgoing letter. The program knows nothing of it: so it can be
 * said afterwards in whose hands a letter was at any moment, and whether nothing else became uncertain.
 */
export async function watchHands({ client }: Connection): Promise<void> {
  await client.unsafe(`
    create table storm_changes (letter bigint, "from" text, "to" text, holder bigint, at timestamptz);
    create function storm_note() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' or new.state is distinct from old.state or new.claimed_by is distinct from old.claimed_by then
          insert into storm_changes values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state,
            coalesce(new.claimed_by, case when tg_op = 'UPDATE' then old.claimed_by end), clock_timestamp());
        end if;
        return new;
      end $$;
    create trigger storm_note after insert or update on outgoing_mails for each row execute function storm_note();`)
}

/** A moment at which somebody pulled a plug; milliseconds since 1970. */
export interface Plug {
  what: 'kill' | 'database' | 'stop'
  at: number
}

/**
 * The letters that are uncertain without a reason: a letter may be so only when the process that had it in hand (state
 * handing-over) died between taking it over and the verdict. A database that went away is none, because a process that lives
 * writes down afterwards what it knows. One line for each.
 */
export function unexplained(changes: readonly Change[], plugs: readonly Plug[]): string[] {
  const found: string[] = []
  const last = new Map(changes.map(each => [each.letter, each]))
  for (const verdict of [...last.values()].filter(each => each.to === 'uncertain')) {
    const before = changes.filter(each => each.letter === verdict.letter && each.at <= verdict.at)
    const taken = before.findLast(each => each.to === 'handing-over')
    if (!taken) {
      found.push(`letter ${verdict.letter} became uncertain and was never in hand`)
      continue
    }
    const deaths = plugs.filter(
      each => each.what !== 'database' && each.at >= taken.at - 50 && each.at <= verdict.at + 50,
    )
    // The verdict itself is spoken by another one about the dead.
    const lived = changes.some(
      each =>
        each.holder === taken.holder && each.to !== 'uncertain' && each.at > (deaths.at(-1)?.at ?? 0) + 50,
    )
    if (deaths.length === 0) found.push(`letter ${verdict.letter} became uncertain although nobody died`)
    else if (lived) found.push(`letter ${verdict.letter} became uncertain although its holder lived on`)
  }
  return found
}
