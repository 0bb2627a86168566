import { Temporal } from 'temporal-polyfill'
import { procedureRules } from '../../../../src/build/ruleSets.ts'
import { type Period, periodsOf } from '../../../../src/domain/time/periods/periodsOf.ts'
import { readCase, type TypedCase } from '../../../../src/domain/time/periods/readCase.ts'

/** The law that the program ships with. */
export const rules = procedureRules()

export const day = (iso: string) => Temporal.PlainDate.from(iso)

/** A county of Schleswig-Holstein that buys a social service, unless said otherwise. */
export function typed(inputs: TypedCase['inputs'], other: Partial<TypedCase> = {}): TypedCase {
  return { land: 'SH', regime: 'EU_VgV_sozial', procedure: 'verhandlungsverfahren_mit_tnw', ...other, inputs }
}

/** All periods of a case by their key. A case that cannot be is a mistake of the test. */
export function counted(inputs: TypedCase['inputs'], other: Partial<TypedCase> = {}): Map<string, Period> {
  const read = readCase(typed(inputs, other), rules)
  if ('problem' in read) throw new Error(read.problem)
  return new Map(periodsOf(read.case, rules).map(each => [each.key, each]))
}

/** What stands under a key: "2024-05-21", "2025-03-31T11:15:00+02:00", or the value; undefined: no such period. */
export function outcome(period: Period | undefined): string | number | boolean | undefined {
  switch (period?.kind) {
    case 'date':
      return period.date.toString()
    case 'datetime':
      return period.datetime.toString({ timeZoneName: 'never' })
    default:
      return period?.value
  }
}

/** The sentence that names what cannot be; null when nothing is wrong. */
export function problemOf(inputs: TypedCase['inputs'], other: Partial<TypedCase> = {}): string | null {
  const read = readCase(typed(inputs, other), rules)
  return 'problem' in read ? read.problem : null
}
