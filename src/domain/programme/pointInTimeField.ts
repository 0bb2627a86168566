import { z } from 'zod'
import { daysOf } from '../time/pointInTime.ts'

/**
 * A date as sharp as its source says, never sharper: "2025-08-01", month "2024-04", quarter "2024-Q4",
 * ISO week "2024-W12", year "2012", school year "2020/21", range "2024-06-01/2024-08-01".
 */
export const pointInTime = z.string().refine(typed => daysOf(typed) !== null, {
  error:
    'ist kein Zeitpunkt. Möglich sind: 2025-08-01 (Tag), 2024-04 (Monat), 2024-Q4 (Quartal), 2024-W12 (Kalenderwoche), "2012" (Jahr), 2020/21 (Schuljahr), 2024-06-01/2024-08-01 (Zeitraum)',
})
