import { type Dovecot, startDovecot } from '../test/peers/dovecot.ts'
import { peakMebibytes } from '../test/peers/processes.ts'
import { largeLetter, smallLetter } from './letters.ts'
import { running } from './running.ts'

/**
 * The whole program, everything switched on, takes in a mailbox of `count` letters: seconds until every letter is
 * handled, until every announcement and acknowledgement is out, and the peak memory of the process.
 */
export async function ourIntake(
  dovecot: Dovecot,
  serverUrl: string,
  count: number,
): Promise<{ handledSeconds: number; outSeconds: number; peakMiB: number }> {
  const { kla, handled, allOut, stop } = await running(dovecot, serverUrl)
  // The mailbox is watched from now on; the process took its own time to load before.
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  await handled(count)
  const handledSeconds = seconds()
  await allOut()
  const outSeconds = seconds()
  const peakMiB = peakMebibytes(kla.child.pid!)
  await stop()
  return { handledSeconds, outSeconds, peakMiB }
}

/** Peak memory of one process after a small letter, and after one large letter behind it; and how large that was. */
export async function memoryForLarge(
  serverUrl: string,
): Promise<{ letterMiB: number; smallMiB: number; largeMiB: number }> {
  const dovecot = await startDovecot()
  const { kla, handled, allOut, stop } = await running(dovecot, serverUrl)
  const peakAfter = async (count: number) => {
    await handled(count)
    await allOut()
    return peakMebibytes(kla.child.pid!)
  }
  await dovecot.deliver(smallLetter(0))
  const smallMiB = await peakAfter(1)
  const large = largeLetter(1)
  dovecot.fill(1, () => large)
  const largeMiB = await peakAfter(2)
  await stop()
  await dovecot.stop()
  return { letterMiB: large.length / 2 ** 20, smallMiB, largeMiB }
}
