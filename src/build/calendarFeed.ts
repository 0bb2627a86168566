import { calendarText } from '../adapters/ical/calendarText.ts'
import { calendarRoutes } from '../adapters/web/calendarRoutes.ts'
import { webAddress } from '../adapters/web/webAddress.ts'
import type { World } from '../buildWorld.ts'
import { feedOf } from '../flows/feed/feedOf.ts'
import { loadPlans } from '../flows/processes/plans.ts'
import { incidentNumber } from '../log.ts'
import type { Settings } from '../settings.ts'

/** Where calendar programs reach us: the address of the settings, else that of this machine alone. */
export function calendarUrlOf({ web, calendarUrl }: Pick<Settings, 'web' | 'calendarUrl'>): string {
  return calendarUrl ?? webAddress(web.host, web.port).href
}

/** The route under which subscribed calendars are served. */
export function calendarPlugin(
  world: Pick<World, 'db' | 'programme' | 'now' | 'log' | 'templates' | 'dates'>,
) {
  const needs = { ...world, plans: () => loadPlans(world, world.db) }
  return calendarRoutes({
    async calendarFor(secret) {
      try {
        const feed = await feedOf(needs, secret)
        return feed && calendarText(feed)
      } catch (error) {
        world.log.error({ incident: incidentNumber(), err: error }, 'Kalender nicht gelungen')
        throw error
      }
    },
  })
}
