import { Temporal } from 'temporal-polyfill'
import type { TokenFault } from '../adapters/types.ts'
import type { World } from '../buildWorld.ts'
import { comingEnds } from '../db/oauthTokens.ts'
import { dayOf } from '../domain/time/day.ts'
import { signInEndSentence } from '../texts/signInEnd.ts'
import type { Finding } from './finding.ts'

const what = 'Anmeldung (OAuth 2.0)'

/** Whether an access token can be had now, and when the sign-in ends. Nothing without OAuth2. */
export async function signInCheck(world: World): Promise<Finding[]> {
  const { tokens, settings } = world
  if (!tokens || !settings.oauth) return []
  try {
    await tokens.accessToken()
  } catch (error) {
    const { tokenFault } = error as { tokenFault?: TokenFault }
    if (!tokenFault) throw error
    const { why, look, code } = tokenFault
    return [
      {
        kind: 'bad',
        what,
        sentence: `Kein Zugriffstoken: ${why}${code ? ` (${code})` : ''}. Bitte prüfen: ${look}.`,
      },
      ...(await ends(world)),
    ]
  }
  return [{ kind: 'good', what, sentence: 'Zugriffstoken erhalten.' }, ...(await ends(world))]
}

/** From here on a person should act. */
const soon = 30

async function ends({ db, programme, settings, now }: World): Promise<Finding[]> {
  const { oauth } = settings
  if (!oauth) return []
  const today = dayOf(now())
  const found: Finding[] = []
  const say = (part: 'client-secret' | 'refresh-token', endsOn: Temporal.PlainDate) => {
    const days = today.until(endsOn).days
    found.push({
      kind: days < 0 ? 'bad' : days <= soon ? 'open' : 'good',
      what,
      sentence: signInEndSentence(part, endsOn, days),
    })
  }
  if (oauth.secretEnds !== null) say('client-secret', Temporal.PlainDate.from(oauth.secretEnds))
  else if (oauth.clientSecret !== null)
    found.push({
      kind: 'open',
      what,
      sentence: 'KLA_OAUTH_SECRET_ENDS fehlt; vor dem Ablauf des Client-Secrets wird niemand gewarnt.',
    })
  if (oauth.refreshToken !== null)
    for (const { name, endsAt } of await comingEnds(db, programme.id))
      if (name === 'refresh-token') say(name, dayOf(Temporal.Instant.from(endsAt)))
  return found
}
