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
  'of three processes the watcher is killed again and again: the mailbox moves to a living one, all letters are served once, their numbers have no gap [needs Dovecot]',
  { timeout: 180_000 },
  async () => {
    let living: KlaProcess[] = await Promise.all([around.start(), around.start(), around.start()])
    const ids = await deliver(12, 'anfang')
    await until(() => watcherAmong(living) !== undefined, 20_000)
    for (const name of ['erster', 'zweiter']) {
      const watcher = watcherAmong(living)!
      // In the middle of the work: letters come before, while and after it dies.
      const coming = deliver(8, name)
      watcher.child.kill('SIGKILL')
      await once(watcher.child, 'exit')
      living = living.filter(each => each !== watcher)
      const marks = new Map(living.map(each => [each, stored(each)]))
      ids.push(...(await coming), ...(await deliver(2, `nach-${name}`)))
      await until(() => living.some(each => stored(each) > marks.get(each)!), 30_000)
    }
    await until(async () => (await handled()) === ids.length && (await around.waiting()) === 0, 60_000)
    const [numbers] = await around.rows(
      'select count(*)::int as n, min(seq)::int as first, max(seq)::int as last from tickets',
    )
    expect(numbers).toEqual({ n: ids.length, first: 1, last: ids.length })
    const fates = await Promise.all(ids.map(around.fate))
    for (const [i, fate] of fates.entries()) {
      expect(fate, ids[i]).toMatchObject({ outcomes: ['ticket'], announcements: 1 })
      expect(fate.acknowledgements, ids[i]).toBeLessThanOrEqual(1)
    }
    // What was in hand when somebody died is for a person; every other letter was answered.
    const [uncertain] = await around.rows<{ n: number }>(
      `select count(*)::int as n from outgoing_mails where state = 'uncertain'`,
    )
    const answered = fates.filter(fate => fate.acknowledgements === 1).length
    expect(answered + uncertain!.n).toBeGreaterThanOrEqual(ids.length)
    expect(living).toHaveLength(1)
    expect(await living[0]!.stop()).toBe(0)
  },
)

/** How often this process stored letters of the mailbox. */
const stored = (kla: KlaProcess) => kla.output().split('Briefe gespeichert').length - 1

/** Only the holder of the lease stores letters; the dead are not among them. */
const watcherAmong = (living: KlaProcess[]) => living.find(each => stored(each) > 0)

const handled = async () => (await around.rows('select 1 from deliveries where outcome is not null')).length

async function deliver(count: number, name: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `${name}-${i}@post.example`)
  for (const id of ids) await around.dovecot.deliver(letter({ id, from: id }))
  return ids.map(id => `<${id}>`)
}
