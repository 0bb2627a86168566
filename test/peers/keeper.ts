// A process that keeps letter after letter in one mailbox, until it is killed: keeper.ts <database url>
import { Temporal } from 'temporal-polyfill'
import { connect } from '../../src/db/connect.ts'
import { keepMails } from '../../src/flows/intake/keepMails.ts'
import { openJobs } from '../../src/jobs/queue.ts'

const [url = ''] = process.argv.slice(2)
const { db } = connect(url)
const { enqueue } = await openJobs(url, () => {})
console.log('keeps')
for (let uid = 1; ; uid++) {
  const raw = Buffer.from(`Subject: ${uid}\r\n\r\nBrief ${uid}\r\n`)
  await keepMails(
    { db, enqueue, now: () => Temporal.Now.instant(), programmeId: 'pinneberg' },
    { mailboxId: 'ka/INBOX', uidValidity: 1n, isLive: () => true },
    [{ uid, raw, size: raw.length, arrivedAt: null, tooLarge: false }],
    { uidValidity: 1n, lastUid: uid, relistingUpTo: null },
    // A transaction that was ended from outside is undone; the next round is another one.
  ).catch(() => {})
}
