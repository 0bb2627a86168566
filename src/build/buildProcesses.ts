import type { DateContext } from '../domain/process/dateByRule.ts'
import type { ProcessTemplate } from '../domain/process/template/template.ts'
import { templatesOf } from '../domain/process/template/templatesOf.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { procedureTemplates } from '../domain/tender/procedureTemplates.ts'
import { statutoryDates } from '../domain/tender/statutoryDates.ts'
import type { TenderLaw } from '../domain/tender/tenderLaw.ts'
import { firstSchoolDay, type SchoolCalendar, summerHolidayBefore } from '../domain/time/schoolCalendar.ts'
import { feasibilityPlan, procedurePhases, procedureRules, thresholdTable } from './ruleSets.ts'
import { schoolCalendarOf } from './schoolCalendars.ts'

/** What Abläufe are planned from beside what is stored. */
export interface ProcessParts {
  templates: ReadonlyMap<string, ProcessTemplate>
  dates: DateContext
  /** null: nobody has written down the school holidays of this Land. */
  schoolCalendar: SchoolCalendar | null
  /** null: this programme does not tender. */
  law: TenderLaw | null
}

/**
 * Reads templates, calendars and rule sets of a programme; the school calendar is the shipped one of its Land unless another is
 * given. Throws ProblemForPeople with all that is wrong.
 */
export function processParts(
  programme: Programme,
  schoolCalendar: SchoolCalendar | null = schoolCalendarOf(programme.profile.land),
): ProcessParts {
  const { land, vergabe } = programme.profile
  const law = vergabe.gebraucht === 'ja' ? tenderLaw() : null
  return {
    templates: templatesOf(programme, law ? procedureTemplates(programme.profile, procedurePhases()) : []),
    schoolCalendar,
    law,
    dates: {
      land,
      schoolDay(year, which) {
        if (!schoolCalendar) return null
        return which === 'erster_schultag'
          ? (firstSchoolDay(schoolCalendar, year)?.day ?? null)
          : (summerHolidayBefore(schoolCalendar, year)?.first ?? null)
      },
      statutory: law ? statutoryDates(land, law.rules) : () => ({ dates: new Map(), faults: [] }),
      ...(law && { rules: law.rules }),
    },
  }
}

function tenderLaw(): TenderLaw {
  return { rules: procedureRules(), thresholds: thresholdTable(), feasibility: feasibilityPlan() }
}
