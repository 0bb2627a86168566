import { type DataClass, dataClasses, type Sight, showsAtLeast } from '../../domain/ticket/visibility.ts'
import type { Context } from '../command.ts'
import { sightFor } from './sight.ts'

/**
 * The classes of Vorgänge of which a person may see at least `least` in this place.
 * Empty for a guest: then a command leaves Vorgänge out altogether.
 */
export function classesSeen(
  context: Pick<Context, 'viewer' | 'place'>,
  least: Exclude<Sight, 'nothing'> = 'reduced',
): DataClass[] {
  return dataClasses.filter(each => showsAtLeast(sightFor(context, each), least))
}
