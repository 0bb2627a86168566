import { z } from 'zod'
import { type ReadYaml, readYaml } from '../../programme/readYaml.ts'
import { procedures } from './inputs.ts'

const days = z.int().min(0).max(1000)

const block = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: z.string().min(1),
  /** Calendar days. */
  tage: days,
  /** Where tenders and letters do not go electronically. */
  tage_nicht_elektronisch: days.optional(),
  /** A period of the law, or an own estimate. */
  art: z.enum(['legal', 'plan']),
  /** Absent: all. */
  verfahren: z.array(z.enum(procedures)).min(1).optional(),
  /** Months that the block should keep out of. */
  ungeeignete_monate: z.array(z.int().min(1).max(12)).default([]),
  /** The block ends on a meeting of a political body; left out where none must decide. */
  gremium: z.boolean().default(false),
  quelle: z.string().min(1),
})

const plan = z.strictObject({ quelle: z.string().min(1), bloecke: z.array(block).min(1) })

export type FeasibilityPlan = z.infer<typeof plan>
export type PlannedBlock = FeasibilityPlan['bloecke'][number]

/** The blocks in the order of the procedure. All faults at once, each a German sentence with file and line. */
export function readFeasibilityPlan(yamlText: string, fileName: string): ReadYaml<FeasibilityPlan> {
  return readYaml(
    {
      schema: plan,
      furtherFaults: () => [],
      empty: 'Die Datei enthält keine Bausteine. Erwartet wird eine Liste „bloecke:“.',
    },
    yamlText,
    fileName,
  )
}
