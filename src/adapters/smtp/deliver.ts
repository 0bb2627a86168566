import { PassThrough, type Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { NodemailerError } from 'nodemailer'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SendResult } from '../types.ts'
import type { WrittenLetter } from './letterBytes.ts'
import { afterTheEndMark, beforeTheEndMark, withoutAddresses } from './reasons.ts'

export interface Delivery {
  result: SendResult
  /** What to do with the connection: keep it for the next letter, say goodbye, or just hang up. */
  afterwards: 'keep' | 'quit' | 'close'
  /** The connection itself failed before the server said anything about the letter, which had not been handed over. */
  lostEarly: boolean
}

/**
 * Hands one letter over one connection. The end mark is written only after `beforeFinalByte` has resolved, which is
 * called when everything before it has left this process: a server accepts nothing without the end mark, so a crash
 * before that moment leaves no doubt. Rejects only with the error of `beforeFinalByte`.
 */
export async function deliver(
  smtp: SMTPConnection,
  { bytes, envelope }: Extract<WrittenLetter, { kind: 'written' }>,
  beforeFinalByte: () => Promise<void>,
  seconds: { answer: number; finalAnswer: number },
): Promise<Delivery> {
  let settled = false
  let ended = false
  /** The caller's own step, once it was begun: its state must be final before anything is reported. */
  let handingOver: Promise<void> | null = null
  const socket = smtp._socket
  if (socket) socket.setTimeout(seconds.answer * 1000)

  async function write(data: Writable): Promise<void> {
    await new Promise(resolve => data.write(bytes, resolve))
    const left = () => (data as PassThrough).readableLength + (socket ? socket.writableLength : 0)
    while (!settled && left() > 0) await pause(1)
    if (settled) return
    handingOver = beforeFinalByte()
    await handingOver
    if (settled || !socket || socket.destroyed) return
    socket.setTimeout(seconds.finalAnswer * 1000)
    ended = true
    data.end()
  }

  const answer = new Promise<{ response: string } | NodemailerError>((resolve, reject) => {
    const source = new PassThrough()
    // nodemailer calls pipe() with its dot-stuffing stream as soon as the server has said 354. It also calls it on
    // failure, with a stream that leads nowhere, and then reports at once: hence the step back before writing.
    source.pipe = destination => {
      setImmediate(() => {
        if (!settled) write(destination as unknown as Writable).catch(reject)
      })
      return destination
    }
    smtp.send(envelope, source, (error, info) => {
      settled = true
      resolve(error ?? info)
    })
  })
  let outcome: { response: string } | NodemailerError
  try {
    outcome = await answer
    await handingOver
  } catch (error) {
    // Hung up without the end mark: the server throws away what it has (RFC 5321 4.1.1.4).
    settled = true
    smtp.close()
    throw error
  }
  return judge(outcome, ended, handingOver === null)
}

function judge(
  outcome: { response: string } | NodemailerError,
  ended: boolean,
  untouched: boolean,
): Delivery {
  if (!(outcome instanceof Error)) {
    const response = withoutAddresses(outcome.response)
    if (ended) return { result: { kind: 'sent', response }, afterwards: 'keep', lostEarly: false }
    const reason = `der Mailserver hat vor dem Ende des Briefs geantwortet (${response})`
    return { result: { kind: 'later', reason }, afterwards: 'close', lostEarly: false }
  }
  const result = ended ? afterTheEndMark(outcome) : beforeTheEndMark(outcome)
  // RFC 5321 4.2.1: 421 may come in answer to anything and speaks of the connection.
  const answered = Boolean(outcome.responseCode) && outcome.responseCode !== 421
  // An early answer within DATA leaves the connection in the middle of the letter, where QUIT would be a line of it.
  const midLetter = !ended && outcome.command === 'DATA'
  return {
    result,
    afterwards: answered && !midLetter ? 'quit' : 'close',
    lostEarly: untouched && !answered && (outcome.command === 'CONN' || outcome.responseCode === 421),
  }
}
