import type { App } from '@slack/bolt'
import type { Ears } from './earNeeds.ts'
import { packed } from './origin.ts'
import { homeView } from './views.ts'

/** Our own page in Slack (App Home): it is made anew whenever somebody opens it. */
export function hearHome(app: App, ears: Ears): void {
  app.event('app_home_opened', async ({ event }) => {
    // The other tab is the conversation with us.
    if (event.tab !== undefined && event.tab !== 'home') return
    ears.later(null, () => publishHome(ears, event.user, event.channel))
  })
}

/** `channel`: the person's conversation with us. */
export async function publishHome(
  ears: Pick<Ears, 'core' | 'client' | 'person' | 'placeOf'>,
  user: string,
  channel: string,
): Promise<void> {
  const place = { ...(await ears.placeOf(channel, null)), shared: false }
  const reply = await ears.core.home(await ears.person(user), place)
  const metadata = packed({ command: '', channel, thread: null, message: null, from: 'home' }) ?? ''
  await ears.client.views.publish({ user_id: user, view: homeView(reply, metadata) })
}
