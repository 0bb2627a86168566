import { Temporal } from 'temporal-polyfill'

/** "2025/26": the school year that begins on 01.08.2025. */
export type SchoolYear = string

/**
 * The school year of a day by law: 01.08. to 31.07. (Hamburger Abkommen § 1). The first school day may lie a month later
 * and, on islands, before it.
 */
export function schoolYearOf(day: Temporal.PlainDate): SchoolYear {
  return schoolYearFrom(day.month >= 8 ? day.year : day.year - 1)
}

/** The legal first day, always a 01.08.; no pupil need be at school on it. null: "2025/27" is no school year. */
export function startOfSchoolYear(schoolYear: SchoolYear): Temporal.PlainDate | null {
  const year = yearItBegins(schoolYear)
  return year === null ? null : Temporal.PlainDate.from({ year, month: 8, day: 1 })
}

/** 2025 → "2025/26"; 1999 → "1999/00". */
export function schoolYearFrom(year: number): SchoolYear {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** "2025/26" → 2025; null for what is no school year. */
export function yearItBegins(schoolYear: SchoolYear): number | null {
  const year = Number(/^(\d{4})\/\d{2}$/.exec(schoolYear)?.[1])
  return schoolYearFrom(year) === schoolYear ? year : null
}
