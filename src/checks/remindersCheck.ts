import type { World } from '../buildWorld.ts'
import { lastSpokenMorning } from '../db/remindersSent.ts'
import { germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Finding } from './finding.ts'

/** A morning that should come every day is late after so many hours. */
const lateHours = 36

/** When it was last looked what is due, whether there was anything to say or not. */
export async function remindersCheck(world: Pick<World, 'db' | 'programme' | 'now'>): Promise<Finding[]> {
  const last = await lastSpokenMorning(world.db, world.programme.id)
  const what = 'Erinnerungen'
  const { uhrzeit } = world.programme.profile.erinnerungen
  if (!last)
    return [
      {
        kind: 'open',
        what,
        sentence: `Noch an nichts erinnert; das geschieht jeden Morgen um ${uhrzeit} Uhr, solange kla start läuft.`,
      },
    ]
  const when = `${germanDayWithWeekday(last.day)}, ${germanTime(last.at)} Uhr`
  if (world.now().since(last.at).total('hours') <= lateHours)
    return [{ kind: 'good', what, sentence: `Zuletzt am ${when} nachgesehen, was fällig ist.` }]
  return [
    {
      kind: 'open',
      what,
      sentence: `Zuletzt am ${when} nachgesehen, was fällig ist; seitdem lief kla start nicht. Was noch offen ist, wird beim nächsten Lauf nachgeholt. Ansehen mit: kla remind`,
    },
  ]
}
