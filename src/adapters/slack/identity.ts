import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { postFailure, signInRefused } from './failure.ts'
import { neededScopes } from './manifest.ts'

export interface SlackIdentity {
  /** Our own user id, "U…"; null until Slack has told it. */
  userId(): string | null
  /** Asks Slack once who we are; null, and a line in the log, when it does not say: the next one may succeed. */
  learn(): Promise<string | null>
  /** null when Slack lets us in with all rights we need, else one German sentence. */
  check(): Promise<string | null>
}

/** Who we are in this workspace, and whether the token is good. */
export function slackIdentity(client: webApi.WebClient, log: Logger): SlackIdentity {
  let userId: string | null = null

  async function ask() {
    const answer = await client.auth.test()
    userId = answer.user_id ?? userId
    return answer
  }

  return {
    userId() {
      // Slack was away at the start: catch up in the background, no event waits for it.
      if (userId === null) void ask().catch(() => {})
      return userId
    },
    async learn() {
      await ask().catch(error =>
        log.warn({ reason: postFailure(error).reason }, 'Slack: Anmeldung nicht geprüft'),
      )
      return userId
    },
    async check() {
      try {
        const answer = await ask()
        const granted = answer.response_metadata?.scopes
        const missing = granted ? neededScopes.filter(scope => !granted.includes(scope)) : []
        if (missing.length === 0) return null
        return `Der Slack-App fehlen Berechtigungen: ${missing.join(', ')}. Bitte das App-Manifest neu einspielen (kla manifest slack) und die App neu installieren.`
      } catch (error) {
        const { reason } = postFailure(error)
        return signInRefused(error)
          ? `${reason} Bitte das Bot-Token prüfen (beginnt mit „xoxb-“).`
          : `Slack ist gerade nicht erreichbar. ${reason}`
      }
    },
  }
}
