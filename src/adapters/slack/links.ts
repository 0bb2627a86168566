import type { App } from '@slack/bolt'
import type { Ears } from './earNeeds.ts'
import { renderSlack } from './renderSlack.ts'

/** Links to Vorgänge in what people write: below them stands what this channel may see, and nothing where that is nothing. */
export function hearLinks(app: App, ears: Ears): void {
  app.event('link_shared', async ({ event, body }) => {
    const { channel, message_ts: ts, thread_ts: thread = null, source } = event
    // While somebody still writes, nobody knows who will read it; Slack asks again when it was said.
    if (source === 'composer' || channel === 'COMPOSER') return
    ears.later(body.event_id, async () => {
      const place = await ears.placeOf(channel, thread)
      const shown: Record<string, { blocks: ReturnType<typeof renderSlack>['blocks'] }> = {}
      for (const { url } of event.links) {
        const reply = await ears.core.unfurl(url, place)
        if (reply) shown[url] = { blocks: renderSlack(reply).blocks }
      }
      if (Object.keys(shown).length > 0) await ears.client.chat.unfurl({ channel, ts, unfurls: shown })
    })
  })
}
