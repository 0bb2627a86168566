import { Temporal } from 'temporal-polyfill'
import type { QuarantinedMail } from '../../db/quarantine.ts'
import type { QuarantineShown } from '../../texts/quarantineReplies.ts'

/** A mail in quarantine as chat and command line show it. */
export function quarantineShown(mail: QuarantinedMail): QuarantineShown {
  return {
    id: mail.id,
    reason: mail.reason ?? 'Der Grund ist nicht vermerkt.',
    bytes: mail.size,
    since: Temporal.Instant.from(mail.storedAt),
    whole: mail.whole,
  }
}
