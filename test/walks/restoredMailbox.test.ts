import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
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
  '[needs Dovecot] letters from before the first start get no acknowledgement when the mailbox is restored from a backup',
  async () => {
    const old = Array.from({ length: 3 }, (_, i) => `alt-${i}@post.example`)
    around.dovecot.fill(old.length, i => letter({ id: old[i]!, from: old[i]! }))
    // Dates of arrival have whole seconds: a letter of the second in which we start counts as new.
    await pause(1100)
    const kla = await around.start({ KLA_IMAP_FIRST_START: 'ab-jetzt' })
    const begun = () => around.rows('select 1 from mailboxes where uid_validity is not null')
    await until(async () => (await begun()).length === 1)
    await around.dovecot.deliver(letter({ id: 'neu@post.example', from: 'neu@post.example' }))
    await until(async () => (await around.fate('<neu@post.example>')).acknowledgements === 1)
    expect(around.sink.letters()).toHaveLength(1)
    await around.dovecot.changeUidValidity()
    // Old letters are known or silently kept; only what comes after them is news.
    const listed = () => around.rows('select 1 from deliveries group by uid_validity')
    await until(async () => (await listed()).length === 2, 20_000)
    await until(async () => (await around.waiting()) === 0)
    await around.dovecot.deliver(letter({ id: 'neuer@post.example', from: 'neuer@post.example' }))
    await until(async () => (await around.fate('<neuer@post.example>')).acknowledgements === 1, 20_000)
    await until(async () => (await around.waiting()) === 0)
    expect(kla.child.exitCode).toBeNull()
    expect(
      around.sink
        .letters()
        .map(sent => sent.to[0])
        .sort(),
    ).toEqual(['neu@post.example', 'neuer@post.example'])
  },
)
