import { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { boltLog } from './boltLog.ts'

/** How we call Slack, whoever calls. `apiUrl`: another address of the Web API, for tests; ends with "/api/". */
export function clientOptions({ apiUrl, log }: { apiUrl?: string | undefined; log: Logger }) {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    // The library would repeat a post for half an hour on its own, and post twice when only the answer got lost.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
    logger: boltLog(log),
  }
}

export function webClient(options: {
  botToken: string
  apiUrl?: string | undefined
  log: Logger
}): webApi.WebClient {
  return new webApi.WebClient(options.botToken, clientOptions(options))
}
