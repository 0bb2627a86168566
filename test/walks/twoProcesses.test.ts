import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import type { KlaProcess } from '../peers/kla.ts'
import { letter } from './letters.ts'
import { type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

test.skipIf(missing)(
  '[needs Dovecot] of two processes on one database one watches and both work; when the watcher is killed the other takes over within 15 s',
  { timeout: 180_000 },
  async () => {
    const both = [await around.start(), await around.start()] as const
    await around.rows(noteHands)
    const first = await deliver(30, 'beide')
    await served(first, 20_000)
    const watchers = both.filter(stores)
    expect(watchers).toHaveLength(1)
    const [row] = await around.rows<{ n: number }>('select count(distinct id)::int as n from hands')
    expect(row).toEqual({ n: 2 })

    const [watcher] = watchers as [KlaProcess]
    const other = both.find(each => each !== watcher)!
    // In the middle of the work: half of these letters are with the one that dies.
    const second = await deliver(10, 'mitten')
    watcher.child.kill('SIGKILL')
    await once(watcher.child, 'exit')
    const third = await deliver(3, 'danach')
    await until(() => stores(other), 30_000)
    await served([...second, ...third], 45_000)
    expect(await other.stop()).toBe(0)
  },
)

/** Who has a post in hand is forgotten when it stands in the channel; here it is written down. */
const noteHands = `
  create table hands (id bigint);
  create function note_hands() returns trigger language plpgsql as $$
    begin
      insert into hands select new.claimed_by where new.claimed_by is not null;
      return new;
    end $$;
  create trigger note_hands after update on posts for each row execute function note_hands();`

/** Whether this process ever stored letters of the mailbox. */
const stores = (kla: KlaProcess) => kla.output().includes('Briefe gespeichert')

async function deliver(count: number, name: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `${name}-${i}@post.example`)
  for (const id of ids) await around.dovecot.deliver(letter({ id, from: id }))
  return ids.map(id => `<${id}>`)
}

async function served(ids: string[], milliseconds: number): Promise<void> {
  const handled = async () =>
    (await Promise.all(ids.map(around.fate))).every(fate => fate.outcomes.length > 0)
  await until(async () => (await handled()) && (await around.waiting()) === 0, milliseconds)
  for (const id of ids) {
    const fate = await around.fate(id)
    expect(fate, id).toMatchObject({ outcomes: ['ticket'], announcements: 1 })
    // The gap of one answer between mail server and us: then a person looks, and nothing is repeated.
    expect(fate.acknowledgements, id).toBeLessThanOrEqual(1)
  }
  const [row] = await around.rows<{ n: number }>(
    `select count(*)::int as n from outgoing_mails where state = 'uncertain'`,
  )
  const sent = (await Promise.all(ids.map(around.fate))).filter(fate => fate.acknowledgements === 1)
  expect(ids.length - sent.length).toBeLessThanOrEqual(row!.n) // an aggregate always has a row
}
