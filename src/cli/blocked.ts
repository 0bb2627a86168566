import { Temporal } from 'temporal-polyfill'
import type { World } from '../buildWorld.ts'
import { allBlocked } from '../db/blockedAddresses.ts'
import { dayOf, germanDay } from '../domain/time/day.ts'
import { liftBlock } from '../flows/letters/liftBlock.ts'
import { type Io, WrongUsage } from './command.ts'

/**
 * The addresses to which nothing automatic goes, one a line with day and reason. They are shown: whoever lifts a block must
 * know whose, and runs this command on the server itself.
 */
export async function blockedLines({ db, programme }: World): Promise<string[]> {
  const rows = await allBlocked(db, programme.id)
  return rows.map(
    ({ address, since, reason }) =>
      `${address}  gesperrt für automatische Briefe seit ${germanDay(dayOf(Temporal.Instant.from(since)))}\n      ${reason} Aufheben: kla outbox entsperren ${address}\n`,
  )
}

/** `kla outbox entsperren ADRESSE`; the exit status. */
export async function lift(world: World, words: readonly string[], io: Io): Promise<number> {
  const [address = ''] = words
  if (words.length !== 1 || !address.includes('@'))
    throw new WrongUsage('Bitte eine Adresse nennen: kla outbox entsperren ADRESSE')
  const lifted = await liftBlock(
    { db: world.db, now: world.now, programmeId: world.programme.id },
    address,
    'cli',
  )
  if (lifted) io.stdout.write(`${address} bekommt wieder automatische Briefe.\n`)
  else io.stderr.write(`${address} ist nicht gesperrt. Die Liste zeigt: kla outbox\n`)
  return lifted ? 0 : 1
}
