import { readFileSync } from 'node:fs'
import { schoolCalendarFile } from '../../src/build/schoolCalendars.ts'
import type { Land } from '../../src/domain/time/calendar.ts'
import type { SchoolCalendar } from '../../src/domain/time/schoolCalendar.ts'
import { readSchoolCalendar } from '../../src/domain/time/schoolCalendarFile.ts'

/*
 * School holidays before those that we ship, for years of seeds that lie back. 2020 and later: OpenHolidays API (ODbL 1.0);
 * before: dates of the Länder as newspapers printed them (noz.de, Ferienplaner 2018 and 2019).
 */
const earlier: Partial<Record<Land, string>> = {
  NI: `
    - { art: Weihnachtsferien, von: 2018-12-24, bis: 2019-01-04 }
    - { art: Halbjahresferien, von: 2019-01-31, bis: 2019-02-01 }
    - { art: Osterferien, von: 2019-04-08, bis: 2019-04-23 }
    - { art: Freie Tage, von: 2019-05-31, bis: 2019-05-31, anlass: Tag nach Himmelfahrt }
    - { art: Pfingstferien, von: 2019-06-11, bis: 2019-06-11 }
    - { art: Sommerferien, von: 2019-07-04, bis: 2019-08-14 }
    - { art: Herbstferien, von: 2019-10-04, bis: 2019-10-18 }
    - { art: Weihnachtsferien, von: 2019-12-23, bis: 2020-01-06 }
    - { art: Halbjahresferien, von: 2020-02-03, bis: 2020-02-04 }
    - { art: Osterferien, von: 2020-03-30, bis: 2020-04-14 }
    - { art: Freie Tage, von: 2020-05-22, bis: 2020-05-22, anlass: Tag nach Himmelfahrt }
    - { art: Pfingstferien, von: 2020-06-02, bis: 2020-06-02 }
    - { art: Sommerferien, von: 2020-07-16, bis: 2020-08-26 }
    - { art: Herbstferien, von: 2020-10-12, bis: 2020-10-23 }
    - { art: Weihnachtsferien, von: 2020-12-23, bis: 2021-01-08 }
    - { art: Halbjahresferien, von: 2021-02-01, bis: 2021-02-02 }`,
  BE: `
    - { art: Weihnachtsferien, von: 2019-12-23, bis: 2020-01-04 }
    - { art: Winterferien, von: 2020-02-03, bis: 2020-02-08 }
    - { art: Osterferien, von: 2020-04-06, bis: 2020-04-17 }
    - { art: Freie Tage, von: 2020-05-22, bis: 2020-05-22, anlass: unterrichtsfreier Tag }
    - { art: Sommerferien, von: 2020-06-25, bis: 2020-08-07 }
    - { art: Herbstferien, von: 2020-10-12, bis: 2020-10-24 }
    - { art: Weihnachtsferien, von: 2020-12-21, bis: 2021-01-02 }`,
  NW: `
    - { art: Osterferien, von: 2019-04-15, bis: 2019-04-27 }
    - { art: Pfingstferien, von: 2019-06-11, bis: 2019-06-11 }
    - { art: Sommerferien, von: 2019-07-15, bis: 2019-08-27 }
    - { art: Herbstferien, von: 2019-10-14, bis: 2019-10-26 }
    - { art: Weihnachtsferien, von: 2019-12-23, bis: 2020-01-06 }`,
}

/** The calendar as the program ships it, continued into the past as an office would do it: in the file. */
export function calendarOf(land: Land): SchoolCalendar {
  const file = schoolCalendarFile(land)
  const text = readFileSync(file, 'utf8').replace(/^ {2}zeiten:$/m, `  zeiten:${earlier[land] ?? ''}`)
  const read = readSchoolCalendar(text, file)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.calendar
}
