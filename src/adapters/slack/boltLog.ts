import type { Logger as SlackLogger } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Slack's libraries write to our log. Only warnings and errors get through: their debug and info lines hold whole
 * payloads, so names and texts of people.
 */
export function boltLog(log: Logger): SlackLogger {
  const level = 'warn' as ReturnType<SlackLogger['getLevel']>
  return {
    debug() {},
    info() {},
    warn: (...parts) => log.warn({ source: 'slack-sdk' }, firstLine(parts)),
    error: (...parts) => log.error({ source: 'slack-sdk' }, firstLine(parts)),
    setLevel() {},
    // Anything but "debug" keeps the libraries from building payload strings for us to drop.
    getLevel: () => level,
    setName() {},
  }
}

/** The message without the objects that follow it; a line is enough and objects may hold payloads. */
function firstLine(parts: unknown[]): string {
  const [first] = parts
  const message = first instanceof Error ? `${first.name}: ${first.message}` : String(first ?? '')
  return message.split('\n', 1)[0]!.slice(0, 200)
}
