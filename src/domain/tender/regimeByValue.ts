import type { Temporal } from 'temporal-polyfill'
import { type Procedure, proceduresOf, type Regime } from '../time/periods/inputs.ts'
import { type Threshold, type Thresholds, thresholdOn } from '../time/periods/thresholds.ts'

/** What the value of a contract says about the law it is awarded under. */
export interface ByValue {
  threshold: Threshold
  /** Reached: European law; below: UVgO (§ 106 Abs. 1 GWB: "erreichen oder überschreiten"). */
  reached: boolean
  /** Whether the chosen kind of procedure belongs to that law. */
  fits: boolean
}

/**
 * The threshold on the day of dispatch (§ 3 Abs. 3 VgV) against a value without value added tax, in Euro. null: the table has
 * none for that day. A county is a local authority; social services have a threshold of their own.
 */
export function byValue(
  euros: number,
  day: Temporal.PlainDate,
  { procedure, social }: { procedure: Procedure; social: boolean },
  thresholds: Thresholds,
): ByValue | null {
  const threshold = thresholdOn(
    day,
    social ? 'soziale_dienstleistung' : 'dienstleistung_kommunal',
    thresholds,
  )
  if (!threshold) return null
  const reached = euros >= threshold.euros
  const regime: Regime = reached ? 'EU_VgV' : 'UVgO'
  return { threshold, reached, fits: proceduresOf(regime).includes(procedure) }
}
