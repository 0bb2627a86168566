import { chmodSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkMailbox } from '../../../src/adapters/imap/checkMailbox.ts'
import { type Dovecot, missingDovecot, startDovecot } from '../../peers/dovecot.ts'
import { type KeptMails, keptMails } from '../../peers/keptMails.ts'
import { outlook, subjectsIn } from './outlook.ts'
import { letter, mailboxSettings, soon, stopWatching, watching } from './watching.ts'

/** A mailbox that holds three mails. */
const quota = `
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:User
  quota_rule = *:messages=3
}
`
const withoutMove =
  'imap_capability = IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ UIDPLUS CONDSTORE ESEARCH'

async function mailServer(extra?: string): Promise<{ dovecot: Dovecot; colleague: ImapFlow }> {
  const dovecot = await startDovecot(extra ? { extra } : {})
  onTestFinished(async () => {
    await stopWatching()
    await dovecot.stop()
  })
  return { dovecot, colleague: await outlook(dovecot) }
}

/** A listener that knows what it has stored under the UIDVALIDITY it saw last. */
function keptAndStored(): KeptMails {
  const kept = keptMails()
  kept.stored = async (_uidValidity, uids) => uids.filter(uid => kept.handed.some(mail => mail.uid === uid))
  return kept
}

/** A line to `target` that hangs up at each MOVE until it is healed. */
async function brokenAtMove(target: number): Promise<{ port: number; connections(): number; heal(): void }> {
  let connections = 0
  let broken = true
  const server = createServer(near => {
    connections += 1
    const far = connect({ port: target, host: '127.0.0.1' })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    near.on('data', chunk => {
      if (broken && chunk.includes('UID MOVE')) near.destroy()
      else far.write(chunk)
    })
    far.on('data', chunk => near.write(chunk))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    port: address.port,
    connections: () => connections,
    heal() {
      broken = false
    },
  }
}

const moving = { moveTo: 'Erfasst', heartbeatSeconds: 0.3 }

describe.skipIf(missingDovecot())('stored letters that shall be moved [needs Dovecot]', () => {
  test('are moved into a folder that is made for them, and later ones too', async () => {
    const { dovecot, colleague } = await mailServer()
    dovecot.fill(3, index => letter(index))
    const kept = keptAndStored()
    watching(dovecot, kept, moving)
    await kept.until(3)
    await dovecot.deliver(letter(3))
    await expect.poll(() => subjectsIn(colleague, 'INBOX').catch(() => null)).toEqual([])
    await expect
      .poll(() => subjectsIn(colleague, 'Erfasst'), { timeout: 10_000 })
      .toEqual(['Brief 0', 'Brief 1', 'Brief 2', 'Brief 3'])
    expect(kept.subjects()).toHaveLength(4)
    expect(kept.faults).toEqual([])
    // Read or not is the colleagues' business.
    await colleague.mailboxOpen('Erfasst', { readOnly: true })
    const flags = await colleague.fetchAll('1:*', { flags: true })
    expect(flags.some(mail => mail.flags?.has('\\Seen') || mail.flags?.has('\\Deleted'))).toBe(false)
  })

  test('that were stored before a crash and not yet moved are moved at the next start', async () => {
    const { dovecot, colleague } = await mailServer()
    dovecot.fill(3, index => letter(index))
    const kept = keptAndStored()
    const before = watching(dovecot, kept)
    await kept.until(3)
    await before.stop()
    watching(dovecot, kept, moving)
    await expect
      .poll(() => subjectsIn(colleague, 'Erfasst').catch(() => []), { timeout: 10_000 })
      .toEqual(['Brief 0', 'Brief 1', 'Brief 2'])
    expect(kept.handed).toHaveLength(3)
  })

  test('are all that is moved: what is not stored stays, also when it lies before the cursor', async () => {
    const { dovecot, colleague } = await mailServer()
    dovecot.fill(3, index => letter(index))
    const kept = keptAndStored()
    watching(dovecot, kept, { ...moving, firstStart: 'baseline' })
    await soon('complete', () => kept.completed > 0)
    await dovecot.deliver(letter(3))
    await expect
      .poll(() => subjectsIn(colleague, 'Erfasst').catch(() => []), { timeout: 10_000 })
      .toEqual(['Brief 3'])
    expect(await subjectsIn(colleague, 'INBOX')).toEqual(['Brief 0', 'Brief 1', 'Brief 2'])
  })

  test('stay where they are when the server cannot move, and it is said once; nothing is copied or deleted', async () => {
    const { dovecot, colleague } = await mailServer(withoutMove)
    expect(colleague.capabilities.has('MOVE')).toBe(false)
    dovecot.fill(2, index => letter(index))
    const kept = keptAndStored()
    const mailbox = watching(dovecot, kept, moving)
    await kept.until(2)
    await soon('completes with the fault', () => kept.standing.length > 3)
    expect(new Set(kept.standing.map(fault => fault?.sentence))).toEqual(
      new Set([undefined, expect.stringContaining('der Mailserver kann Briefe nicht verschieben')]),
    )
    expect(mailbox.state()).toMatchObject({ phase: 'watching', fault: { kind: 'move' } })
    // Letters go on being fetched at once.
    await dovecot.deliver(letter(2))
    await kept.until(3)
    expect(await subjectsIn(colleague, 'INBOX')).toEqual(['Brief 0', 'Brief 1', 'Brief 2'])
    expect((await colleague.list()).map(folder => folder.path)).toEqual(['INBOX'])
    expect(await checkMailbox(mailboxSettings(dovecot, moving))).toMatch(
      /nicht in den Ordner Erfasst verschoben \(der Mailserver kann.*KLA_IMAP_MOVE_TO/,
    )
  })

  test('are moved in a full mailbox as well, because that needs no more room', async () => {
    const { dovecot, colleague } = await mailServer(quota)
    dovecot.fill(4, index => letter(index))
    // Control: the mailbox is full.
    await expect(colleague.append('INBOX', letter(9))).rejects.toMatchObject({
      serverResponseCode: 'OVERQUOTA',
    })
    const kept = keptAndStored()
    watching(dovecot, kept, moving)
    await expect
      .poll(() => subjectsIn(colleague, 'Erfasst').catch(() => []), { timeout: 10_000 })
      .toEqual(['Brief 0', 'Brief 1', 'Brief 2', 'Brief 3'])
    expect(await subjectsIn(colleague, 'INBOX')).toEqual([])
  })

  test('stay in exactly one of the two folders while the server refuses, and come through when it does not', async () => {
    const { dovecot, colleague } = await mailServer()
    await colleague.mailboxCreate('Erfasst')
    const rights = (mode: number) => {
      for (const part of ['cur', 'new', 'tmp']) chmodSync(join(dovecot.maildir, '.Erfasst', part), mode)
    }
    rights(0o500)
    dovecot.fill(3, index => letter(index))
    const kept = keptAndStored()
    watching(dovecot, kept, moving)
    await soon('refused', () =>
      kept.standing.some(fault => fault?.sentence.includes('das Verschieben abgelehnt')),
    )
    expect(await subjectsIn(colleague, 'INBOX')).toEqual(['Brief 0', 'Brief 1', 'Brief 2'])
    expect(await subjectsIn(colleague, 'Erfasst')).toEqual([])
    rights(0o700)
    // The next look comes with the next letter at the latest.
    await dovecot.deliver(letter(3))
    await expect
      .poll(() => subjectsIn(colleague, 'Erfasst'), { timeout: 10_000 })
      .toEqual(['Brief 0', 'Brief 1', 'Brief 2', 'Brief 3'])
    await soon('well again', () => kept.standing.at(-1) === undefined)
    expect(await subjectsIn(colleague, 'INBOX')).toEqual([])
  })

  test('are fetched on while the line breaks at each MOVE: few connections, one fault, and moved once it holds', async () => {
    const { dovecot, colleague } = await mailServer()
    dovecot.fill(3, index => letter(index))
    const line = await brokenAtMove(dovecot.imapPort)
    const kept = keptAndStored()
    const mailbox = watching(dovecot, kept, {
      ...moving,
      host: '127.0.0.1',
      port: line.port,
      security: 'plain-loopback',
      caFile: undefined,
    })
    await soon('fault', () => kept.standing.some(fault => fault !== undefined))
    const opened = line.connections()
    await new Promise(resolve => setTimeout(resolve, 4_000))
    expect(line.connections() - opened).toBeLessThan(5)
    await expect.poll(() => mailbox.state()).toMatchObject({ phase: 'watching', fault: { kind: 'move' } })
    await dovecot.deliver(letter(3))
    await kept.until(4)
    // Said as what it is, without a word of an outage, and it does not end in between.
    expect(kept.faults).toEqual([])
    const said = kept.standing.map(fault => fault?.sentence)
    expect(new Set(said.slice(said.findIndex(Boolean)))).toEqual(
      new Set([expect.stringContaining('der Mailserver bricht dabei ab')]),
    )
    line.heal()
    await expect
      .poll(() => subjectsIn(colleague, 'Erfasst'), { timeout: 20_000 })
      .toEqual(['Brief 0', 'Brief 1', 'Brief 2', 'Brief 3'])
    await soon('well again', () => kept.standing.at(-1) === undefined)
  }, 60_000)

  test('are not lost when the folder cannot be made', async () => {
    const { dovecot, colleague } = await mailServer()
    dovecot.fill(1, index => letter(index))
    const kept = keptAndStored()
    // A name that no Maildir can have.
    watching(dovecot, kept, { ...moving, moveTo: 'a/b/../c' })
    await soon('fault', () =>
      kept.standing.some(fault => fault?.sentence.includes('lässt sich nicht anlegen')),
    )
    expect(await subjectsIn(colleague, 'INBOX')).toEqual(['Brief 0'])
  })
})
