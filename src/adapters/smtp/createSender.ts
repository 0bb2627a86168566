import { setTimeout as pause } from 'node:timers/promises'
import type { NodemailerError } from 'nodemailer'
import type { LetterSender, SendResult } from '../types.ts'
import { type OpenConnection, openConnection, quit } from './connections.ts'
import { type Delivery, deliver } from './deliver.ts'
import { letterBytes, type WrittenLetter } from './letterBytes.ts'
import { reasonOf } from './reasons.ts'
import type { SenderSettings } from './settings.ts'

/** Letters on their way at the same time; more wait. Small servers of authorities allow few connections. */
const parallel = 3
/** Idle connections are given back after this time: servers drop them soon after. */
const idleMilliseconds = 30_000
/** Many servers end a connection after 100 letters; leaving earlier is politer than being thrown out. */
const lettersPerConnection = 50
/** So long letters under way may take when we stop; a server that hangs must not keep the program from ending. */
const farewellMilliseconds = 5_000
/** And so long their connections may take to notice that we hung up. */
const hangUpMilliseconds = 1_000

export interface Sender extends LetterSender {
  /**
   * Closes what is idle and lets letters under way finish for a few seconds; then it hangs up, and what was handed over
   * without an answer is uncertain.
   */
  stop(): Promise<void>
}

/**
 * A sender of letters over SMTP. It keeps a few connections for the next letters, never a letter: what is not sent
 * comes back as a result, and the outbox in the database decides about repeating.
 */
export function createSender(settings: SenderSettings): Sender {
  const idle = new Map<OpenConnection, NodeJS.Timeout>()
  const waiting: (() => void)[] = []
  const underWay = new Set<Promise<unknown>>()
  const busy = new Set<OpenConnection>()
  const seconds = { answer: settings.answerSeconds ?? 60, finalAnswer: settings.finalAnswerSeconds ?? 600 }
  let free = parallel
  let stopped = false
  let signInRefused: { until: number; times: number; reason: string } | null = null

  async function withSlot<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free--
    else await new Promise<void>(resolve => waiting.push(resolve))
    const running = work()
    underWay.add(running)
    try {
      return await running
    } finally {
      underWay.delete(running)
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }

  function takeIdle(): OpenConnection | null {
    const [entry] = idle
    if (!entry) return null
    const [connection, timer] = entry
    clearTimeout(timer)
    idle.delete(connection)
    return connection.smtp.destroyed ? takeIdle() : connection
  }

  function release(connection: OpenConnection, afterwards: Delivery['afterwards']): void {
    const { smtp, used } = connection
    if (smtp.destroyed) return
    if (afterwards === 'close') smtp.close()
    else if (afterwards === 'quit' || stopped || used >= lettersPerConnection) quit(smtp)
    else {
      const timer = setTimeout(() => {
        idle.delete(connection)
        quit(smtp)
      }, idleMilliseconds)
      // A sender that waits for letters must not keep a program alive that has ended.
      timer.unref()
      idle.set(connection, timer)
    }
  }

  /** A refused sign-in is not tried with every letter of a full outbox: servers lock accounts for that. */
  async function openOrRefused(): Promise<OpenConnection | SendResult> {
    if (signInRefused && Date.now() < signInRefused.until)
      return { kind: 'later', reason: signInRefused.reason }
    try {
      const connection = await openConnection(settings)
      signInRefused = null
      return connection
    } catch (thrown) {
      const error = thrown as NodemailerError
      const reason = reasonOf(error)
      // RFC 4954 section 6: 454 says that the sign-in failed for a passing reason.
      if (error.code === 'EAUTH' && (error.responseCode ?? 500) >= 500) {
        const times = (signInRefused?.times ?? 0) + 1
        signInRefused = { until: Date.now() + Math.min(900, 60 * 2 ** (times - 1)) * 1000, times, reason }
      }
      return { kind: 'later', reason }
    }
  }

  async function over(
    connection: OpenConnection,
    letter: Extract<WrittenLetter, { kind: 'written' }>,
    beforeFinalByte: () => Promise<void>,
  ): Promise<Delivery> {
    connection.used++
    busy.add(connection)
    try {
      const delivery = await deliver(connection.smtp, letter, beforeFinalByte, seconds)
      release(connection, delivery.afterwards)
      return delivery
    } finally {
      busy.delete(connection)
    }
  }

  return {
    async send(letter, beforeFinalByte) {
      const written = await letterBytes(letter)
      if (written.kind === 'impossible') return { kind: 'refused', reason: written.reason }
      return withSlot(async () => {
        if (stopped) return { kind: 'later', reason: 'das Programm wird beendet' }
        const reused = takeIdle()
        if (reused) {
          const delivery = await over(reused, written, beforeFinalByte)
          // The server had dropped the idle connection: that says nothing about it or the letter.
          if (!delivery.lostEarly) return delivery.result
        }
        const connection = await openOrRefused()
        if ('kind' in connection) return connection
        return (await over(connection, written, beforeFinalByte)).result
      })
    },
    async check() {
      try {
        const { smtp } = await openConnection(settings)
        quit(smtp)
        signInRefused = null
        return null
      } catch (error) {
        return `Der Mailserver für ausgehende Briefe nimmt nichts an (${reasonOf(error as NodemailerError)}). Bitte die Zeilen KLA_SMTP_ prüfen.`
      }
    },
    async stop() {
      stopped = true
      const finished = Promise.allSettled(underWay)
      await Promise.race([finished, pause(farewellMilliseconds, undefined, { ref: false })])
      for (const { smtp } of busy) if (smtp._socket) smtp._socket.destroy()
      await Promise.race([finished, pause(hangUpMilliseconds, undefined, { ref: false })])
      for (const [connection, timer] of idle) {
        clearTimeout(timer)
        quit(connection.smtp)
      }
      idle.clear()
    },
  }
}
