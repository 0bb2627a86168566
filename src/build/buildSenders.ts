import { createSenderCheck } from '../adapters/mailauth/createSenderCheck.ts'
import type { SenderChecks } from '../flows/intake/mailInHand.ts'
import type { SenderCheckSettings } from '../settings/senderCheck.ts'

const opened = new WeakMap<SenderCheckSettings, SenderChecks>()

/** How senders are checked; one for the process, because it remembers answers and that the DNS is away. */
export function sendersOf(settings: SenderCheckSettings): SenderChecks {
  const known = opened.get(settings)
  if (known) return known
  const { own, dns } = settings
  const asking = dns && createSenderCheck({ own, servers: dns.servers })
  const checks: SenderChecks = { own, byDns: asking && ((raw, letter) => asking.check(raw, letter)) }
  opened.set(settings, checks)
  return checks
}
