import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import postgres from 'postgres'
import type { Dovecot } from '../test/peers/dovecot.ts'

/** As many letters are parsed and inserted at the same time as gains anything on two cores. */
const parallel = 8

/**
 * The yardstick: the bare libraries fetch, parse and insert, with no logic at all. Returns seconds. What it leaves out:
 * worker threads, limits, cursor, duplicates, classification, Vorgang, jobs, announcement, acknowledgement.
 */
export async function bareIntake(dovecot: Dovecot, databaseUrl: string): Promise<number> {
  const sql = postgres(databaseUrl, { max: parallel, onnotice: () => {} })
  await sql`create table bare (uid int primary key, raw bytea, from_address text, subject text, body text)`
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: dovecot.user, pass: dovecot.password },
    logger: false,
  })
  const begun = performance.now()
  await client.connect()
  const lock = await client.getMailboxLock('INBOX')
  const underWay = new Set<Promise<unknown>>()
  for await (const { uid, source } of client.fetch('1:*', { uid: true, source: true })) {
    if (!source) continue
    const work = (async () => {
      const mail = await simpleParser(source, {
        skipHtmlToText: true,
        skipTextToHtml: true,
        skipTextLinks: true,
        skipImageLinks: true,
      })
      await sql`insert into bare values (${uid}, ${source}, ${mail.from?.value[0]?.address ?? null},
        ${mail.subject ?? null}, ${mail.text ?? null})`
    })()
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
    if (underWay.size >= parallel) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  const seconds = (performance.now() - begun) / 1000
  lock.release()
  await client.logout()
  await sql`drop table bare`
  await sql.end()
  return seconds
}
