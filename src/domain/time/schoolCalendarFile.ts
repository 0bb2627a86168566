import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { profileSchema } from '../programme/profile.ts'
import type { Path, ProfileFault } from '../programme/profileFault.ts'
import { readYaml } from '../programme/readYaml.ts'
import { type AreaCalendar, breakKinds, type SchoolBreak, type SchoolCalendar } from './schoolCalendar.ts'
import { yearItBegins } from './schoolYear.ts'

/*
 * profiles/calendars/<land>.yaml. Offices continue these files every few years, therefore their words are German.
 */

const day = z.iso.date()
const source = { quelle: z.string().min(1), lizenz: z.string().min(1), stand: day }

const schoolYear = z
  .string()
  .refine(typed => yearItBegins(typed) !== null, { error: 'ist kein Schuljahr wie 2025/26' })

const breaks = z.strictObject({
  ...source,
  zeiten: z
    .array(
      z.strictObject({ art: z.enum(breakKinds), von: day, bis: day, anlass: z.string().min(1).optional() }),
    )
    .min(1),
})

const days = z.strictObject({ ...source, tage: z.array(z.strictObject({ schuljahr: schoolYear, tag: day })) })

const schema = z.strictObject({
  land: profileSchema.shape.land,
  name: z.string().min(1),
  ferien: breaks,
  erste_schultage: days.nullable(),
  /** null: no source for the whole Land. */
  einschulung: days.nullable(),
  teilgebiete: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        orte: z.array(z.string().min(1)).min(1),
        /** These take the place of those of the Land with the same kind and year. */
        ferien: breaks,
        erste_schultage: days.nullable(),
      }),
    )
    .default([]),
})

type File = z.infer<typeof schema>
type Breaks = File['ferien']['zeiten']
type Days = File['erste_schultage']

export type ReadSchoolCalendar = { calendar: SchoolCalendar } | { faults: string[] }

/** Reads the school calendar of a Land. All faults at once, each a German sentence with file and line. */
export function readSchoolCalendar(yamlText: string, fileName: string): ReadSchoolCalendar {
  const read = readYaml(kind, yamlText, fileName)
  return 'faults' in read ? read : { calendar: calendarOf(read.data) }
}

const kind = {
  schema,
  furtherFaults,
  empty: 'Die Datei enthält keine Ferien. Erwartet werden Zeilen wie „land: SH“.',
}

function furtherFaults(file: File): ProfileFault[] {
  const parts = file.teilgebiete.flatMap((part, i) => [
    ...breakFaults(part.ferien.zeiten, ['teilgebiete', i, 'ferien', 'zeiten']),
    ...dayFaults(
      part.erste_schultage,
      ['teilgebiete', i, 'erste_schultage', 'tage'],
      breaksOfPart(file, part.ferien.zeiten),
    ),
  ])
  return [
    ...breakFaults(file.ferien.zeiten, ['ferien', 'zeiten']),
    ...dayFaults(file.erste_schultage, ['erste_schultage', 'tage'], file.ferien.zeiten),
    ...dayFaults(file.einschulung, ['einschulung', 'tage'], file.ferien.zeiten),
    ...parts,
  ]
}

/** A typing slip in a year or month shows as a break that is turned round, far too long or in the middle of another. */
function breakFaults(zeiten: Breaks, path: Path): ProfileFault[] {
  return zeiten.flatMap((each, i) => {
    const at = [...path, i]
    if (each.bis < each.von)
      return [{ path: [...at, 'bis'], sentence: `Die ${each.art} enden vor ihrem Beginn.` }]
    if (lengthInDays(each) > longestBreak)
      return [
        {
          path: [...at, 'bis'],
          sentence: `Die ${each.art} dauern ${lengthInDays(each)} Tage; mehr als ${longestBreak} kommen nicht vor.`,
        },
      ]
    const other = zeiten.slice(0, i).find(earlier => earlier.von <= each.bis && each.von <= earlier.bis)
    return other
      ? [
          {
            path: [...at, 'von'],
            sentence: `Die ${each.art} überschneiden sich mit ${other.art} ab ${other.von}.`,
          },
        ]
      : []
  })
}

/** Summer holidays have about 45 days; a slip in the month makes at least 60 of them. */
const longestBreak = 50

function lengthInDays({ von, bis }: Breaks[number]): number {
  return Temporal.PlainDate.from(von).until(bis).days + 1
}

function dayFaults(days: Days, path: Path, zeiten: Breaks): ProfileFault[] {
  return (days?.tage ?? []).flatMap(({ schuljahr, tag }, i) => {
    const at = [...path, i, 'tag']
    const year = yearItBegins(schuljahr)
    if (days?.tage.slice(0, i).some(each => each.schuljahr === schuljahr))
      return [
        { path: [...path, i, 'schuljahr'], sentence: `Das Schuljahr ${schuljahr} steht hier schon einmal.` },
      ]
    if (Temporal.PlainDate.from(tag).year !== year)
      return [{ path: at, sentence: `Der ${tag} liegt nicht am Anfang des Schuljahrs ${schuljahr}.` }]
    const inside = zeiten.find(each => each.von <= tag && tag <= each.bis)
    return inside
      ? [{ path: at, sentence: `Der ${tag} liegt in den ${inside.art} (bis ${inside.bis}).` }]
      : []
  })
}

/** Of the Land's breaks those stay that the part does not have otherwise: same kind, same year. */
function breaksOfPart(file: File, own: Breaks): Breaks {
  const replaced = new Set(own.map(key))
  return [...file.ferien.zeiten.filter(each => each.art === 'Freie Tage' || !replaced.has(key(each))), ...own]
}

function key({ art, von }: Breaks[number]): string {
  return `${art} ${von.slice(0, 4)}`
}

function calendarOf(file: File): SchoolCalendar {
  return {
    land: file.land,
    name: file.name,
    usual: areaOf(file.ferien.zeiten, file.erste_schultage, file.einschulung, file.ferien),
    parts: file.teilgebiete.map(part => ({
      name: part.name,
      places: part.orte,
      calendar: areaOf(breaksOfPart(file, part.ferien.zeiten), part.erste_schultage, null, part.ferien),
    })),
  }
}

function areaOf(
  zeiten: Breaks,
  first: Days,
  enrolment: Days,
  { quelle, lizenz, stand }: File['ferien'],
): AreaCalendar {
  const breaks = zeiten
    .toSorted((a, b) => a.von.localeCompare(b.von))
    .map(
      (each): SchoolBreak => ({
        kind: each.art,
        name: each.anlass ?? each.art,
        first: Temporal.PlainDate.from(each.von),
        last: Temporal.PlainDate.from(each.bis),
      }),
    )
  return {
    breaks,
    breakOn: new Map(breaks.flatMap(each => daysOf(each).map(day => [day, each] as const))),
    firstDays: byYear(first),
    enrolments: byYear(enrolment),
    source: { quelle, lizenz, stand },
  }
}

function daysOf({ first, last }: SchoolBreak): string[] {
  const days = first.until(last).days
  return Array.from({ length: days + 1 }, (_, i) => first.add({ days: i }).toString())
}

function byYear(days: Days): Map<string, Temporal.PlainDate> {
  return new Map((days?.tage ?? []).map(({ schuljahr, tag }) => [schuljahr, Temporal.PlainDate.from(tag)]))
}
