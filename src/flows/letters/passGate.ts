import type { Temporal } from 'temporal-polyfill'
import type { Database, Queries } from '../../db/connect.ts'
import { type AtTheGate, gateFacts, holdLetter, letThrough } from '../../db/outgoingGate.ts'
import { insertLetters, type OutgoingMail } from '../../db/outgoingMails.ts'
import { likenessOf } from '../../domain/mail/outgoing/likeness.ts'
import { kindsCounted, type MailCaps, mayLeave } from '../../domain/mail/outgoing/outgoingGate.ts'
import { dayOf, zone } from '../../domain/time/day.ts'
import { heldNews, stormLetter } from '../../texts/outgoingNews.ts'
import type { EnqueueJobs, PostTargets } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'
import { machineLetter } from './machineLetter.ts'
import { tellAboutAnswer } from './tellAboutAnswer.ts'

export interface GateNeeds {
  db: Database
  now(): Temporal.Instant
  instanceId: number
  enqueue: EnqueueJobs
  postTargets: PostTargets
  caps: MailCaps
  /** Key of the signed Message-IDs. */
  secret: string
  from: { name: string; address: string }
}

/** So often a place of the house hears that hints to it are being held; minutes. */
const stormEvery = 10

/**
 * The gate that every letter passes once, before any byte of it leaves: true, it may go; false, it is held and a person is
 * told. What passed before is not counted again. The letter is in the hands of this instance.
 */
export async function passGate(needs: GateNeeds, mail: OutgoingMail): Promise<boolean> {
  if (mail.passedAt !== null) return true
  const now = needs.now()
  const atGate = { ...mail, likeness: mail.likeness ?? likenessOf(mail.toAddress, mail.subject) }
  const midnight = dayOf(now).toZonedDateTime(zone).toInstant().toString()
  return needs.db.transaction(async tx => {
    const since = { midnight, hourAgo: now.subtract({ hours: 1 }).toString() }
    const verdict = mayLeave(
      mail.kind,
      await gateFacts(tx, atGate, kindsCounted(mail.kind), needs.caps, since),
      needs.caps,
    )
    if (verdict.kind === 'leave') return letThrough(tx, atGate, needs.instanceId, now.toString())
    if (!(await holdLetter(tx, mail.id, needs.instanceId, verdict.reason))) return false
    if (verdict.storm) await sayItInOneLetter(needs, tx, atGate, now)
    await tellChannel(needs, tx, mail.programmeId, verdict.reason, now)
    if (mail.kind === 'answer') await tellAboutAnswer(needs, tx, mail, 'held', now)
    return false
  })
}

/** Once an hour, however many are held. */
async function tellChannel(
  needs: GateNeeds,
  tx: Queries,
  programmeId: string,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  const hour = now.toString().slice(0, 13)
  const news = { programmeId, key: `held:${hour}`, reply: heldNews(reason) }
  await postNews(needs, tx, needs.postTargets('sonst'), news, now.toString())
}

/** A flood of hints must not become silence. The letter is past the gate from the start: nothing can hold it. */
async function sayItInOneLetter(
  needs: GateNeeds,
  tx: Queries,
  mail: AtTheGate,
  now: Temporal.Instant,
): Promise<void> {
  const { programmeId, kind, toAddress } = mail
  const slot = now.round({ smallestUnit: 'minute', roundingIncrement: stormEvery, roundingMode: 'floor' })
  const key = `storm:${mail.likeness}:${toAddress}:${slot}`
  const text = stormLetter(kind === 'alarm')
  const headers = { 'Auto-Submitted': 'auto-generated', ...(kind === 'alarm' ? { Importance: 'high' } : {}) }
  const ids = await insertLetters(tx, [
    {
      ...machineLetter(
        { secret: needs.secret, domain: needs.from.address.split('@')[1] ?? '' },
        { programmeId, ticketId: null, kind, key, to: toAddress, text, headers },
        now.toString(),
      ),
      passedAt: now.toString(),
      likeness: likenessOf(toAddress, text.subject),
    },
  ])
  await needs.enqueue(
    tx,
    'sendLetter',
    ids.map(outgoingMailId => ({ outgoingMailId })),
    { urgent: true },
  )
}
