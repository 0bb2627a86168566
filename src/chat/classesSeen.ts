import { type DataClass, dataClasses, type Sight, sightIn } from '../domain/ticket/visibility.ts'
import type { Context } from './command.ts'

const order: readonly Sight[] = ['nothing', 'reduced', 'metadata', 'full']

/**
 * The classes of Vorgänge of which the viewer may see at least `least` in this place.
 * Empty for a guest: then a command leaves Vorgänge out altogether.
 */
export function classesSeen(
  viewer: Context['viewer'],
  least: Exclude<Sight, 'nothing'> = 'reduced',
): DataClass[] {
  return dataClasses.filter(each => order.indexOf(sightIn(viewer, each)) >= order.indexOf(least))
}
