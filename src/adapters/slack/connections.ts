import { keepConnected, type SlackConnection } from './connection.ts'

/**
 * So many connections at once: Slack gives each event to one of them, and while one is renewed, broken or silent the other hears.
 * Slack allows ten for an app (docs.slack.dev, "Using Socket Mode"), so several instances have room.
 */
export function keepConnections(
  count: number,
  options: Parameters<typeof keepConnected>[0],
): SlackConnection {
  const all = Array.from({ length: count }, () => keepConnected(options))
  return {
    fault() {
      const faults = all.map(each => each.fault())
      return faults.includes(null) ? null : (faults[0] ?? null)
    },
    firstAttempt: Promise.all(all.map(each => each.firstAttempt)).then(() => {}),
    async stop() {
      await Promise.all(all.map(each => each.stop()))
    },
  }
}
