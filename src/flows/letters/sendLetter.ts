import type { LetterOut, LetterSender, SendResult } from '../../adapters/types.ts'
import { attachmentsOf } from '../../db/attachments.ts'
import { isPassingFault } from '../../db/connectionFault.ts'
import {
  claimLetter,
  handingOver,
  markUncertainIfAbandoned,
  type OutgoingMail,
  settleLetter,
} from '../../db/outgoingMails.ts'
import { messages } from '../../db/schema.ts'
import { TryLater } from '../needs.ts'
import { onceAtATime } from '../onceAtATime.ts'
import { answerFailed } from './answerFailed.ts'
import { letterOut } from './letterOut.ts'
import { noteRefusal } from './noteRefusal.ts'
import { type GateNeeds, passGate } from './passGate.ts'
import { tellOfFailure } from './tellOfFailure.ts'
import { untilWritten } from './untilWritten.ts'

export interface SendNeeds extends GateNeeds {
  /** The mail server for letters of this kind: what operators must hear goes another way where there is one. null: none is set up. */
  senderFor(kind: OutgoingMail['kind']): LetterSender | null
  /** Whether a copy of each letter goes into the mailbox's folder for sent letters. */
  copies: boolean
  /** Letters that this process is sending right now; doubled jobs leave them alone. */
  underWay: Set<number>
}

/**
 * Sends one letter at most once. Until the end mark is about to be written the letter can be tried again; after
 * that only an answer of the server decides, and without one a person does (state 'uncertain').
 */
export async function sendLetter(needs: SendNeeds, outgoingMailId: number): Promise<void> {
  await onceAtATime(needs.underWay, outgoingMailId, () => sendOnce(needs, outgoingMailId))
}

async function sendOnce(needs: SendNeeds, outgoingMailId: number): Promise<void> {
  const { db, instanceId } = needs
  const mail = await claimLetter(db, outgoingMailId, instanceId)
  if (!mail) return leaveToAPerson(needs, outgoingMailId)
  const sender = needs.senderFor(mail.kind)
  if (!sender) {
    // It waits until there is one.
    await settleLetter(db, mail.id, instanceId, { state: 'ready' })
    return
  }
  if (!(await passGate(needs, mail))) return
  const letter = letterOut(mail, needs.from, await attachmentsOf(db, mail.id))
  const result = await handOver(needs, sender, mail, letter)
  switch (result.kind) {
    case 'sent':
      return untilWritten(() => settleSent(needs, mail, letter))
    case 'later':
      await settleLetter(db, mail.id, instanceId, { state: 'ready', lastError: result.reason })
      throw new TryLater(result.reason)
    case 'refused':
    case 'uncertain':
      return untilWritten(() => settleFailed(needs, mail, result))
  }
}

/**
 * Hands the letter to the mail server. When the database fails in the moment before the end mark, the hand-over may stand there
 * although nothing left: this process knows, and puts the letter back.
 */
async function handOver(
  needs: SendNeeds,
  sender: LetterSender,
  mail: OutgoingMail,
  letter: LetterOut,
): Promise<SendResult> {
  const { db, instanceId } = needs
  let kept = false
  try {
    return await sender.send(letter, async () => {
      kept = true
      if (!(await handingOver(db, mail.id, instanceId))) throw new Error('the letter is in other hands')
      kept = false
    })
  } catch (error) {
    if (kept && isPassingFault(error)) {
      const lastError = 'Die Datenbank war gerade nicht erreichbar.'
      await untilWritten(async () => {
        await settleLetter(db, mail.id, instanceId, { state: 'ready', lastError })
      })
    }
    throw error
  }
}

async function settleSent(needs: SendNeeds, mail: OutgoingMail, letter: LetterOut): Promise<void> {
  const sentAt = needs.now().toString()
  await needs.db.transaction(async tx => {
    const settled = await settleLetter(tx, mail.id, needs.instanceId, { state: 'sent', sentAt })
    if (!settled) return
    // Meanwhile its Vorgang may have been joined with another.
    const { ticketId } = settled
    if (needs.copies && copied.includes(mail.kind))
      await needs.enqueue(tx, 'storeSentCopy', [{ outgoingMailId: mail.id }])
    if (ticketId === null || mail.kind === 'alarm') return
    await tx.insert(messages).values({
      programmeId: mail.programmeId,
      ticketId,
      direction: 'out',
      outgoingMailId: mail.id,
      messageId: mail.messageId,
      fromName: needs.from.name,
      fromAddress: needs.from.address,
      subject: mail.subject,
      body: mail.body,
      attachments: (letter.attachments ?? []).map(({ name, contentType, content }) => ({
        name,
        contentType,
        size: content.length,
      })),
      at: sentAt,
    })
  })
}

/** What belongs into the mailbox like any letter of the office. Alarms and notices speak to the house itself. */
const copied: readonly OutgoingMail['kind'][] = ['acknowledgement', 'answer']

/** A person decides from here on (kla outbox). */
async function settleFailed(
  needs: SendNeeds,
  claimed: OutgoingMail,
  result: Extract<SendResult, { kind: 'refused' | 'uncertain' }>,
): Promise<void> {
  await needs.db.transaction(async tx => {
    const to = { state: result.kind, lastError: result.reason }
    const settled = await settleLetter(tx, claimed.id, needs.instanceId, to)
    if (!settled) return
    const mail = { ...claimed, ...settled }
    const now = needs.now()
    if (result.kind === 'refused' && result.recipientRefused)
      await noteRefusal(tx, mail, result.recipientRefused, now)
    await tellOfFailure(needs, tx, mail, result.kind, now)
    if (result.kind === 'refused' && mail.kind === 'answer') await answerFailed(needs, tx, mail, now)
  })
}

/** The process that handed it over died in that moment, or failed: nobody can know. */
async function leaveToAPerson(needs: SendNeeds, outgoingMailId: number): Promise<void> {
  await needs.db.transaction(async tx => {
    const mail = await markUncertainIfAbandoned(
      tx,
      outgoingMailId,
      needs.instanceId,
      'Das Programm wurde beendet, während der Mailserver den Brief annahm. Ob er ihn hat, ist ungewiss.',
    )
    if (mail) await tellOfFailure(needs, tx, mail, 'uncertain', needs.now())
  })
}
