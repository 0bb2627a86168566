import type { Database } from '../../db/connect.ts'
import { rawOf, takeFresh, takeTriedBefore, type UnhandledMail } from '../../db/rawMails.ts'
import type { SeenLetter } from '../../domain/classify/classifyLetter.ts'
import type { Destiny } from '../../domain/mail/destiny.ts'
import type { TenderPhase } from '../../domain/programme/profile.ts'
import { programmeNow } from '../processes/programmeNow.ts'
import { decideMails } from './decideMails.ts'
import type { DecideNeeds, ReadMail } from './mailInHand.ts'
import { type SaveNeeds, saveMails } from './saveMails.ts'

export interface HandleNeeds extends DecideNeeds, SaveNeeds {
  db: Database
  /** Reads and classifies off the main thread, within limits of time and memory. */
  read(raw: Buffer, phase: TenderPhase): Promise<SeenLetter>
  /** The bytes of a mail that this process kept just now, so that they need not come back from the database. */
  keptBytes(rawMailId: number): Buffer | null
  /** The database is away, no thread can be started: nothing is wrong with the mail, it is tried again. */
  isPassing(error: unknown): boolean
  /** An error of ours, not of the mail; `rawMailId` names it without content. */
  onFault(rawMailId: number, error: unknown): void
}

/** So often a mail may fail by itself; then a person looks at it. */
const maxFailures = 5
/** So often it may be met unfinished, whatever the reason (process killed, database away); then likewise. */
const maxAttempts = 25

/**
 * Handles mails that were kept: fetch, read, decide, save. Mails that were never tried go together; one that was
 * tried before goes alone, so that a poisonous one stops nobody else. Safe to repeat: a mail with an outcome is left alone.
 */
export async function handleMails(needs: HandleNeeds, rawMailIds: number[]): Promise<void> {
  const fresh = await takeFresh(needs.db, rawMailIds)
  const taken = new Set(fresh.map(mail => mail.id))
  let failed: number[] = rawMailIds.filter(id => !taken.has(id))
  try {
    await handleTogether(needs, fresh)
  } catch (error) {
    // Nothing was wrong with the mails, the job is repeated as it is.
    if (needs.isPassing(error)) throw error
    failed = rawMailIds
  }
  let lastFault: unknown = null
  for (const id of failed) {
    const [mail] = await takeTriedBefore(needs.db, id)
    if (!mail) continue
    try {
      await handleTogether(needs, [mail])
    } catch (error) {
      if (needs.isPassing(error)) throw error
      needs.onFault(id, error)
      if (mail.attempts >= maxFailures) await saveMails(needs, [{ mail, letter: null, destiny: gaveUp }])
      else lastFault = error
    }
  }
  // Repeats the job; a mail that has its outcome by then is left alone.
  if (lastFault) throw lastFault
}

async function handleTogether(all: HandleNeeds, mails: UnhandledMail[]): Promise<void> {
  for (const group of bySize(mails)) {
    const { needs, read } = await readInPhase(all, group)
    for (const run of independentRuns(read)) await saveMails(needs, await decideMails(needs, run))
  }
}

/**
 * Reads mails as they mean something in the phase of the tender that holds now. Reading takes seconds, in which a notice may be
 * noted as dispatched: then what companies are answered is another thing, and the mails are read once more.
 */
async function readInPhase(
  all: HandleNeeds,
  group: UnhandledMail[],
): Promise<{ needs: HandleNeeds; read: ReadMail[] }> {
  for (;;) {
    const needs = { ...all, programme: await programmeNow(all.db, all.programme) }
    const read = await Promise.all(group.map(mail => readMail(needs, mail)))
    // The same phase is the same object (programmeInPhase).
    if ((await programmeNow(all.db, all.programme)) === needs.programme) return { needs, read }
  }
}

/** So many bytes of mails are in memory at once; a larger one comes alone. */
const groupBytes = 16 * 1_048_576

function bySize(mails: UnhandledMail[]): UnhandledMail[][] {
  const groups: UnhandledMail[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const mail of mails) {
    if (bytes + mail.size > groupBytes) {
      groups.push([])
      bytes = 0
    }
    groups.at(-1)!.push(mail)
    bytes += mail.size
  }
  return groups
}

async function readMail(needs: HandleNeeds, mail: UnhandledMail): Promise<ReadMail> {
  if (!mail.whole && mail.reason !== null) return { mail, seen: { unreadable: mail.reason } }
  if (mail.attempts > maxAttempts) return { mail, seen: { unreadable: gaveUp.reason } }
  try {
    const raw = needs.keptBytes(mail.id) ?? (await rawOf(needs.db, mail.id))
    const seen = await needs.read(raw, needs.programme.profile.vergabe.phase)
    if (mail.whole) return { mail, seen }
    return { mail, seen: { unreadable: tooLarge(mail.size), head: seen.letter } }
  } catch (error) {
    const reason = (error as { german?: unknown }).german
    if (typeof reason === 'string')
      return { mail, seen: { unreadable: mail.whole ? reason : tooLarge(mail.size) } }
    throw error
  }
}

const gaveUp = {
  kind: 'quarantined',
  reason: 'Der Brief ließ sich auch nach mehreren Versuchen nicht bearbeiten.',
} satisfies Destiny

function tooLarge(bytes: number): string {
  return `Der Brief ist mit ${Math.ceil(bytes / 1_048_576)} MB größer als erlaubt. Er liegt weiter im Postfach.`
}

/**
 * Splits mails so that within one run none answers or repeats another: each run sees what the one before it saved.
 */
function independentRuns(mails: ReadMail[]): ReadMail[][] {
  const runs: ReadMail[][] = []
  let ids = new Set<string>()
  for (const item of mails) {
    const letter = 'unreadable' in item.seen ? null : item.seen.letter
    const cites = letter ? [...letter.inReplyTo, ...letter.references] : []
    const depends = ids.has(item.mail.fingerprint) || cites.some(id => ids.has(id))
    if (depends || runs.length === 0) {
      runs.push([])
      ids = new Set()
    }
    runs.at(-1)!.push(item)
    ids.add(item.mail.fingerprint)
    if (letter?.messageId) ids.add(letter.messageId)
  }
  return runs
}
