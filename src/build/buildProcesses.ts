import type { DateContext } from '../domain/process/dateByRule.ts'
import type { ProcessTemplate } from '../domain/process/template.ts'
import { templatesOf } from '../domain/process/templatesOf.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { firstSchoolDay, type SchoolCalendar, summerHolidayBefore } from '../domain/time/schoolCalendar.ts'
import { schoolCalendarOf } from './schoolCalendars.ts'

/** What Abläufe are planned from beside what is stored. */
export interface ProcessParts {
  templates: ReadonlyMap<string, ProcessTemplate>
  dates: DateContext
  /** null: nobody has written down the school holidays of this Land. */
  schoolCalendar: SchoolCalendar | null
}

/** Reads templates, calendars and rule sets of a programme. Throws ProblemForPeople with all that is wrong. */
export function processParts(programme: Programme): ProcessParts {
  const { land } = programme.profile
  const schoolCalendar = schoolCalendarOf(land)
  return {
    templates: templatesOf(programme),
    schoolCalendar,
    dates: {
      land,
      schoolDay(year, which) {
        if (!schoolCalendar) return null
        return which === 'erster_schultag'
          ? (firstSchoolDay(schoolCalendar, year)?.day ?? null)
          : (summerHolidayBefore(schoolCalendar, year)?.first ?? null)
      },
      statutory: () => ({ dates: new Map(), faults: [] }),
    },
  }
}
