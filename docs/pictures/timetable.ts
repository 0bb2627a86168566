import { Temporal } from 'temporal-polyfill'
import { createDrawTimeline } from '../../src/adapters/picture/createDrawTimeline.ts'
import { programmeNamed } from '../../src/buildWorld.ts'
import { storedTimeline } from '../../src/domain/timeline/storedTimeline.ts'
import { timelineOf } from '../../src/texts/timeline/timelineOf.ts'

/** The timetable of the first region on the day of the demonstration, as the chat shows it. */
export async function timetable(): Promise<Buffer> {
  const programme = programmeNamed('pinneberg')
  const region = programme.profile.regionen[0]! // the profile's schema asks for one
  const timeline = timelineOf(programme, { kind: 'region', region }, Temporal.PlainDate.from('2024-04-22'))
  const draw = createDrawTimeline({
    warn(fields, message) {
      throw new Error(message, { cause: fields })
    },
  })
  const picture = await draw(storedTimeline(timeline), '')
  if (!picture) throw new Error('the timetable could not be drawn')
  return Buffer.from(picture.png)
}
