import { ImapFlow } from 'imapflow'
import { startDovecot } from '../test/peers/dovecot.ts'
import { eventually } from '../test/peers/slack.ts'
import { smallLetter } from './letters.ts'
import { channel, running } from './running.ts'

/**
 * Milliseconds from the moment in which a bare imapflow in IDLE on the same folder reports a mail to the announcement
 * at the chat peer. Negative: we were first, because we look beside IDLE.
 */
export async function reactionTimes(
  serverUrl: string,
  count: number,
): Promise<{ medianMs: number; p95Ms: number }> {
  const dovecot = await startDovecot()
  const { slack, stop } = await running(dovecot, serverUrl)
  const witness = new ImapFlow({
    host: dovecot.host,
    port: dovecot.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: dovecot.user, pass: dovecot.password },
    logger: false,
  })
  await witness.connect()
  await witness.mailboxOpen('INBOX')
  let reported = 0
  witness.on('exists', () => {
    reported = performance.now()
  })
  void witness.idle()
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    reported = 0
    const before = slack.messages(channel).length
    // The first question of the generator is one that a channel hears of.
    await dovecot.deliver(smallLetter(i * 5))
    await eventually(() => slack.messages(channel).length > before, 10_000)
    const announced = performance.now()
    await eventually(() => reported > 0, 10_000)
    times.push(announced - reported)
  }
  witness.close()
  await stop()
  await dovecot.stop()
  times.sort((a, b) => a - b)
  return { medianMs: times[Math.floor(count / 2)] ?? 0, p95Ms: times[Math.floor(count * 0.95)] ?? 0 }
}
