import { setTimeout as pause } from 'node:timers/promises'
import { timePasses } from '../peers/timePasses.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Answerable, nextLetter, type StormLetter } from './letters.ts'
import { type Fleet, fleetIn } from './processes.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { folders, type StormWorld, stormWorld } from './world.ts'

export interface StormOptions {
  rounds: number
  seed: number
  /** Told one line a round. */
  say?: (line: string) => void
}

export interface Figures extends Verdict {
  seed: number
  rounds: number
  kills: number
  databaseRestarts: number
  mailServerKills: number
  cutLines: number
  seconds: number
}

/** One sending of a letter into a folder. */
export interface Sending {
  letter: StormLetter
  folder: string
}

/**
 * The storm: in each round one to three processes of ours work on one database while letters come in and one of them is killed,
 * at a random moment or at a random read or write; lines break, the mail server and the database go away. Nothing is put in
 * order between the rounds. In the end one process may finish, and everything must add up.
 */
export async function storm({ rounds, seed, say = () => {} }: StormOptions): Promise<Figures> {
  const begun = performance.now()
  const chance = chanceOf(seed)
  const world = await stormWorld()
  const fleet = fleetIn(world)
  const sent: Sending[] = []
  const happened = { databaseRestarts: 0, mailServerKills: 0, cutLines: 0 }
  try {
    for (let round = 1; round <= rounds; round++) {
      const what = await runRound(world, fleet, chance, sent, happened)
      say(`round ${round}: ${what}; ${sent.length} letters in`)
    }
    await calm(world, fleet, chance)
    const verdict = await verdictOf(world, sent, fleet)
    return {
      ...verdict,
      seed,
      rounds,
      kills: fleet.kills(),
      ...happened,
      seconds: (performance.now() - begun) / 1000,
    }
  } finally {
    await fleet.stop()
    await world.stop()
  }
}

type Happened = Pick<Figures, 'databaseRestarts' | 'mailServerKills' | 'cutLines'>

async function runRound(
  world: StormWorld,
  fleet: Fleet,
  chance: Chance,
  sent: Sending[],
  happened: Happened,
): Promise<string> {
  if (chance.percent(10)) {
    await Promise.all([deliver(world, chance, sent, chance.int(1, 3)), fleet.killStarting(chance)])
    return 'killed while it started'
  }
  await fleet.growTo(chance.int(1, 3), chance)
  const size = fleet.size()
  const letters = deliver(world, chance, sent, chance.int(1, 7))
  const bad = badLuck(world, chance, happened)
  let how: string
  if (chance.percent(10)) {
    await pause(chance.int(0, 500))
    await fleet.killAll()
    await letters
    return `${size} of ${size} killed at once${await bad}`
  }
  if (chance.percent(60)) how = `killed ${await fleet.killBusy(chance, 1500)}`
  else {
    await pause(chance.int(0, 500))
    await fleet.killNow(chance)
    how = 'killed by the clock'
  }
  await letters
  return `1 of ${size} ${how}${await bad}`
}

/** Delivers letters one after the other: by LMTP or into a folder, some of them twice. */
async function deliver(world: StormWorld, chance: Chance, sent: Sending[], count: number): Promise<void> {
  const answerable = answerableIn(world)
  for (let i = 0; i < count; i++) {
    const before = sent.map(each => each.letter)
    const letter = nextLetter(chance, sent.length + 1, before, answerable)
    const times = chance.percent(15) ? 2 : 1
    for (let time = 0; time < times; time++) await put(world, chance, sent, letter)
    await pause(chance.int(0, 60))
  }
}

async function put(world: StormWorld, chance: Chance, sent: Sending[], letter: StormLetter): Promise<void> {
  const folder = chance.percent(75) ? 'INBOX' : chance.one(folders)
  const byLmtp = folder === 'INBOX' && chance.percent(60)
  // A mail server that is just starting again refuses; a real sender tries again, and so do we.
  for (let tries = 0; ; tries++) {
    const known = byLmtp ? null : await world.mailbox.uids(folder).catch(() => null)
    try {
      if (byLmtp) await world.dovecot.deliver(letter.raw)
      else await world.mailbox.append(folder, letter.raw)
      break
    } catch (error) {
      if (tries === 40) throw error
      world.mailbox.hangUp()
      await pause(100)
      // The answer was lost, not the letter.
      const now = known && (await world.mailbox.uids(folder).catch(() => null))
      if (known && now && now.length > known.length) break
    }
  }
  sent.push({ letter, folder })
}

/** What else breaks in this round; says so. */
async function badLuck(world: StormWorld, chance: Chance, happened: Happened): Promise<string> {
  const kind = chance.int(1, 100)
  const wait = chance.int(0, 400)
  const bytes = chance.int(1, 6000)
  if (kind <= 20) {
    world.imapLine.cutNextAfter(bytes)
    await pause(wait)
    world.imapLine.cutAll()
    happened.cutLines++
    return ', mailbox line cut'
  }
  if (kind <= 32 && world.restartDatabase) {
    await pause(wait)
    await world.restartDatabase()
    happened.databaseRestarts++
    return ', database restarted'
  }
  if (kind <= 36) {
    await pause(wait)
    world.mailbox.hangUp()
    await world.dovecot.restart()
    happened.mailServerKills++
    return ', mail server killed'
  }
  return ''
}

/** Acknowledgements that arrived: their readers may answer. */
function answerableIn({ sink }: StormWorld): Answerable[] {
  return sink.letters().flatMap(({ headers, to }) => {
    const [ours, theirs] = [headers['message-id'], headers['in-reply-to']]
    return ours && theirs && to[0] ? [{ ours, theirs, to: to[0] }] : []
  })
}

/** One process finishes what is there; nobody sits out pauses of retries, nor the minute after which a post is looked for. */
async function calm(world: StormWorld, fleet: Fleet, chance: Chance): Promise<void> {
  await fleet.stop()
  await fleet.growTo(1, chance)
  const until = performance.now() + 240_000
  while ((await waitingIn(world)) > 0) {
    if (performance.now() > until) return
    await timePasses(world.rows)
    await pause(500)
  }
}

/** Letters on the server that are not stored, stored ones without an outcome, posts and letters that still shall leave. */
async function waitingIn(world: StormWorld): Promise<number> {
  let onServer = 0
  for (const folder of folders) onServer += (await world.mailbox.uids(folder)).length
  const [row] = await world.rows<{ stored: number; open: number }>(`
    select (select count(*) from deliveries)::int as stored,
      ((select count(*) from raw_mails where outcome is null)
       + (select count(*) from posts where state not in ('posted', 'failed'))
       + (select count(*) from outgoing_mails where state not in ('sent', 'refused', 'uncertain', 'held')))::int as open`)
  const { stored, open } = row! // an aggregate always has a row
  return Math.max(0, onServer - stored) + open
}
