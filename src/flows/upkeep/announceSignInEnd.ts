import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { comingEnds, endAnnounced, rememberEnd } from '../../db/oauthTokens.ts'
import { dayOf, zone } from '../../domain/time/day.ts'
import { endStep } from '../../domain/time/endStep.ts'
import { type SignInPart, signInEndNews } from '../../texts/signInEnd.ts'
import { type OperatorNeeds, tellOperators } from './tellOperators.ts'

export interface SignInEndNeeds extends OperatorNeeds {
  db: Database
  now(): Temporal.Instant
  /** Day on which the client secret ends, ISO, as the settings say; null: unknown. */
  secretEnds: string | null
  /** What of the sign-in is in use. */
  parts: readonly SignInPart[]
}

/**
 * Says 30, 14, 7, 3 and 1 days ahead, and on the day itself, that a sign-in ends: each once, in the channel and to the
 * operators. The secret's end only the settings know, a refresh token's the table, where its renewal put it.
 */
export async function announceSignInEnd(needs: SignInEndNeeds): Promise<number> {
  const { db, programmeId, secretEnds, parts } = needs
  if (parts.length === 0) return 0
  const now = needs.now()
  const today = dayOf(now)
  let told = 0
  await db.transaction(async tx => {
    const end = secretEnds && Temporal.PlainDate.from(secretEnds).toZonedDateTime(zone).toInstant().toString()
    await rememberEnd(tx, { programmeId, name: 'client-secret' }, end, now.toString())
    for (const { name, endsAt, announcedAt } of await comingEnds(tx, programmeId)) {
      const part = parts.find(each => each === name)
      if (!part) continue
      const endsOn = dayOf(Temporal.Instant.from(endsAt))
      const daysLeft = today.until(endsOn).days
      const step = endStep(daysLeft)
      const before =
        announcedAt === null ? null : endStep(dayOf(Temporal.Instant.from(announcedAt)).until(endsOn).days)
      if (step === null || (before !== null && before <= step)) continue
      await tellOperators(
        needs,
        tx,
        `sign-in-end:${part}:${endsOn}:${step}`,
        signInEndNews(part, endsOn, daysLeft),
        now,
      )
      await endAnnounced(tx, { programmeId, name }, now.toString())
      told++
    }
  })
  return told
}
