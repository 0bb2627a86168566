import { createReader } from '../adapters/mime/createReader.ts'
import type { World } from '../buildWorld.ts'
import { isPassingFault } from '../db/connectionFault.ts'
import type { Correspondence } from '../domain/mail/outgoing/correspondence.ts'
import type { HandleNeeds } from '../flows/intake/handleMails.ts'
import type { EnqueueJobs, Outgoing, PostTargets } from '../flows/needs.ts'
import { openJobs } from '../jobs/queue.ts'
import { incidentNumber } from '../log.ts'
import { sendersOf } from './buildSenders.ts'
import { type KeptBytes, keptBytes } from './keptBytes.ts'

/** What the handling of mails needs besides the world: readers, and the way to the jobs. */
export interface OpenHandling {
  enqueue: EnqueueJobs
  read: HandleNeeds['read']
  bytes: KeptBytes
  postTargets: PostTargets
  outgoing: Outgoing | null
  close(): Promise<void>
}

/**
 * Opens it for a command that takes in mails by itself. Archives (`live` false) have nothing that leaves the house,
 * so no job queue is opened for them.
 */
export async function openHandling(world: World, options: { live: boolean }): Promise<OpenHandling> {
  const reader = createReader(readerLimits, world.programme.profile)
  const jobs = options.live
    ? await openJobs(world.connection.url, error => world.log.error({ err: error }, 'Auftragsliste gestört'))
    : null
  return {
    // The command handles its mails itself; only what leaves the house goes through jobs.
    enqueue: async (tx, kind, payloads, options) => {
      if (kind !== 'handleMails') await jobs?.enqueue(tx, kind, payloads, options)
    },
    read: (raw, phase) => reader.read(raw, phase),
    bytes: keptBytes(),
    postTargets: options.live ? postTargets(world) : () => [],
    // Without a mail server nothing is written that nobody would send.
    outgoing: options.live && world.settings.smtp ? outgoingOf(world) : null,
    async close() {
      await reader.close()
      await jobs?.stop()
    },
  }
}

/**
 * Reading and the first look run beside the main thread. One thread keeps up with it; a second one was no faster and took
 * 70 MB more (bench).
 */
export const readerLimits = {
  threads: 1,
  timeoutMs: 10_000,
  memoryMb: 512,
}

export function handlingNeeds(
  world: World,
  handling: Pick<OpenHandling, 'enqueue' | 'read' | 'bytes' | 'postTargets' | 'outgoing'>,
): HandleNeeds {
  return {
    db: world.db,
    now: world.now,
    programme: world.programme,
    secret: world.secret,
    ownAddresses: ownAddresses(world),
    scanning: world.settings.clamd !== null,
    maxMailBytes: world.settings.maxMailBytes,
    ...(world.settings.senderCheck && { senders: sendersOf(world.settings.senderCheck) }),
    enqueue: handling.enqueue,
    read: handling.read,
    keptBytes: id => handling.bytes.take(id),
    postTargets: handling.postTargets,
    workplaceUrl: world.settings.workplaceUrl,
    outgoing: handling.outgoing,
    isPassing: error => isPassingFault(error) || (error as Error).name === 'ReaderFault',
    onFault: (rawMailId, error) =>
      world.log.error({ rawMailId, incident: incidentNumber(), err: error }, 'Brief nicht bearbeitet'),
  }
}

function ownAddresses(world: Pick<World, 'settings' | 'programme'>): ReadonlySet<string> {
  const { mailFrom, mailAliases } = world.settings
  const own = [world.programme.profile.postfach, mailFrom.address, ...mailAliases]
  return new Set(own.flatMap(address => (address ? [address.toLowerCase()] : [])))
}

/** Sender of our letters: the setting, otherwise the programme's own mailbox and office. */
export function senderOf(
  world: Pick<World, 'settings' | 'programme'>,
): { name: string; address: string } | null {
  const address = world.settings.mailFrom.address ?? world.programme.profile.postfach
  return address ? { name: world.settings.mailFrom.name ?? world.programme.profile.stelle, address } : null
}

/**
 * What answers of people need; null when there is no address to write from. `mailServer`: a way for letters is set up, by
 * default that of the settings.
 */
export function correspondenceOf(
  world: Pick<World, 'settings' | 'programme' | 'secret'>,
  mailServer = world.settings.smtp !== null,
): Correspondence | null {
  const from = senderOf(world)
  if (!from) return null
  return {
    secret: world.secret,
    domain: hostOf(from.address),
    ownAddresses: ownAddresses(world),
    mailServer,
  }
}

const hostOf = (address: string) => address.split('@')[1] ?? 'localhost'

/** What letters of ours need; null when the programme has no address to write from. */
export function outgoingOf(world: World): Outgoing | null {
  const from = senderOf(world)
  if (!from) return null
  const { alarmRecipients, procurementRecipients } = world.settings
  return {
    domain: hostOf(from.address),
    // Better seen in the programme's own mailbox than by nobody; `kla doctor` says what is missing.
    alarmTo: alarmRecipients.length > 0 ? alarmRecipients : [from.address],
    procurementTo: procurementRecipients,
  }
}

/**
 * Where the profile's channels are on the platforms that run. `kanaele` says which channel hears of which type;
 * a type without its own goes to the channel for everything else.
 */
export function postTargets(world: World, local: readonly ('web' | 'terminal')[] = ['web']): PostTargets {
  const { kanaele } = world.programme.profile
  const platforms = Object.entries(world.settings.platforms)
  return type => {
    const rest = kanaele.sonst
    const name = (Object.hasOwn(kanaele, type) ? kanaele[type] : rest) ?? rest
    if (!name) return []
    return [
      ...platforms.flatMap(([platform, { channels, level }]) => {
        const channel = channels[name] ?? (rest ? channels[rest] : undefined)
        return channel ? [{ platform, channel, level }] : []
      }),
      ...local.map(platform => ({ platform, channel: name })),
    ]
  }
}
