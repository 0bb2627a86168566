import { type App, SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { boltLog } from './boltLog.ts'
import { postFailure, rateLimitSeconds, signInRefused } from './failure.ts'
import { watchForSilence } from './silence.ts'
import { clientOptions } from './webClient.ts'

export interface SlackConnection {
  /** One German sentence when we do not hear Slack now, null while connected. */
  fault(): string | null
  /** Resolves when the first attempt has ended, well or badly. */
  firstAttempt: Promise<void>
  stop(): Promise<void>
}

export interface ConnectionTimes {
  /** A connection on which Slack's hello does not arrive in this time is given up, in milliseconds. */
  hello: number
  /** A connection that gives no sign of life for so long is dropped, in milliseconds; it is asked for one three times as often. */
  silence: number
  /** First and longest pause between attempts, in milliseconds. */
  pause: number
  longestPause: number
}

const usualTimes: ConnectionTimes = { hello: 20_000, silence: 20_000, pause: 1_000, longestPause: 60_000 }

/**
 * Holds one Socket Mode connection for as long as the program runs. We do the reconnecting ourselves, with a new
 * client each time: the library's own loop ends the process by an unhandled rejection when Slack refuses the token
 * during a reconnect, and waits five seconds even after an orderly "please reconnect".
 */
export function keepConnected(options: {
  app: App
  appToken: string
  apiUrl: string | undefined
  log: Logger
  /** Slack hears us now, again or for the first time. */
  onConnected?: () => void
  times?: ConnectionTimes
}): SlackConnection {
  const times = options.times ?? usualTimes
  const { log } = options
  const stopping = Promise.withResolvers<void>()
  const firstAttempt = Promise.withResolvers<void>()
  let stopped = false
  let fault: string | null = 'Die Verbindung zu Slack wird aufgebaut.'
  let current: SocketModeReceiver | null = null

  async function loop() {
    let failures = 0
    while (!stopped) {
      const began = Date.now()
      const mine = receiver(options, times.silence)
      current = mine
      const endWatch = watchForSilence(mine.client, times.silence, () => {
        log.warn('Slack: Verbindung ohne Lebenszeichen')
        void hangUp(mine)
      })
      const ended = new Promise<void>(resolve => mine.client.once('disconnected', () => resolve()))
      let pause = 0
      try {
        await within(times.hello, mine.start(), () => void hangUp(mine))
        fault = null
        log.info('Slack: verbunden')
        firstAttempt.resolve()
        options.onConnected?.()
        await ended
        fault = 'Die Verbindung zu Slack ist unterbrochen und wird neu aufgebaut.'
        // Slack renews connections every few hours; one that broke at once is a failure like any other.
        failures = Date.now() - began > 2 * times.pause ? 0 : failures + 1
      } catch (error) {
        failures += 1
        const { reason } = postFailure(error)
        fault = `Slack ist nicht verbunden. ${reason}`
        pause = signInRefused(error) ? 5 * times.longestPause : (rateLimitSeconds(error) ?? 0) * 1000
        log.warn({ failures, reason }, 'Slack: keine Verbindung')
        firstAttempt.resolve()
      }
      endWatch()
      if (!stopped) await Promise.race([stopping.promise, sleep(Math.max(pause, backOff(failures, times)))])
    }
  }
  const done = loop()

  return {
    fault: () => fault,
    firstAttempt: firstAttempt.promise,
    async stop() {
      stopped = true
      stopping.resolve()
      await hangUp(current)
      await done
    },
  }
}

function receiver(
  options: { app: App; appToken: string; apiUrl: string | undefined; log: Logger },
  silence: number,
) {
  const made = new SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: boltLog(options.log),
    // It pings three times in this span; the library's own reaction to silence waits half a minute more.
    clientPingTimeout: silence,
    // The only way in which this receiver takes the address of the Web API.
    installerOptions: { clientOptions: clientOptions(options) },
  })
  made.init(options.app)
  return made
}

/** 0 after an orderly end, then doubling, with some chance in it so that replicas do not knock together. */
function backOff(failures: number, times: ConnectionTimes): number {
  if (failures === 0) return 0
  return Math.min(times.longestPause, times.pause * 2 ** (failures - 1)) * (0.75 + Math.random() / 2)
}

/** Closes politely, and for good when the other side does not answer: a second call drops the socket. */
async function hangUp(receiver: SocketModeReceiver | null): Promise<void> {
  if (!receiver) return
  const ended = new Promise<void>(resolve => receiver.client.once('disconnected', () => resolve()))
  void receiver.client.disconnect()
  await Promise.race([ended, sleep(1_000)])
  void receiver.client.disconnect()
  await Promise.race([ended, sleep(200)])
}

async function within<T>(milliseconds: number, work: Promise<T>, giveUp: () => void): Promise<T> {
  const timer = setTimeout(giveUp, milliseconds)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref()
  })
}
