import type { World } from '../buildWorld.ts'
import { dayOf, germanDay } from '../domain/time/day.ts'
import { missingBreaks, runsOut } from '../domain/time/schoolCalendarEnd.ts'
import type { Finding } from './finding.ts'

const what = 'Schulferien'

/** Whether the school holidays of the programme's Land are known, and for how long yet. */
export async function schoolCalendarCheck({
  schoolCalendar: calendar,
  programme,
  now,
}: Pick<World, 'schoolCalendar' | 'programme' | 'now'>): Promise<Finding[]> {
  const { land } = programme.profile
  const file = `profiles/calendars/${land.toLowerCase()}.yaml`
  if (!calendar)
    return [
      {
        kind: 'open',
        what,
        sentence: `Für das Land ${land} sind keine Ferien hinterlegt; Erinnerungen nehmen auf sie keine Rücksicht. Bitte ${file} anlegen, siehe docs/betrieb.md.`,
      },
    ]
  const gaps = missingBreaks(calendar).map(
    ({ schoolYear, kind }): Finding => ({
      kind: 'open',
      what,
      sentence: `Für das Schuljahr ${schoolYear} fehlen in ${file}: ${kind}.`,
    }),
  )
  const end = runsOut(calendar, dayOf(now()))
  if (!end)
    return [
      { kind: 'good', what, sentence: `${calendar.name}, Stand ${calendar.usual.source.stand}.` },
      ...gaps,
    ]
  const until = germanDay(end.last)
  const sentence =
    end.kind === 'over'
      ? `Bekannt waren die Ferien nur bis ${until}.`
      : `Bekannt sind die Ferien nur noch bis ${until}.`
  return [
    { kind: 'open', what, sentence: `${sentence} Bitte ${file} fortschreiben, siehe docs/betrieb.md.` },
    ...gaps,
  ]
}
