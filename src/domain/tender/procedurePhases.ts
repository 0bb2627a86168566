import { z } from 'zod'
import { type ReadYaml, readYaml } from '../programme/readYaml.ts'
import { procedures } from '../time/periods/inputs.ts'

const phase = z.strictObject({
  id: z.string().min(1),
  titel: z.string().min(1),
  /** A function: the Vergabestelle, or the department that needs the service. */
  wer: z.enum(['vergabestelle', 'fachbereich']),
  verfahren: z.union([z.literal('alle'), z.array(z.enum(procedures)).min(1)]),
  /** Phases before it; those that a procedure does not have are passed over. */
  nach: z.array(z.string()).default([]),
  /** Keys of periods; the first that has a day gives the date. */
  termin: z.array(z.string()).min(1).optional(),
  ergibt: z.string().optional(),
  schlusstermin: z.string().optional(),
  stand: z.enum(['tnw', 'angebotsphase', 'verhandlung', 'wartefrist', 'vertrag']).optional(),
  tor: z.enum(['tnw', 'angebotsaufforderung', 'zuschlag']).optional(),
  /** From this fact on it may not be done until that phase is. */
  sperre: z.strictObject({ seit: z.string(), bis: z.string() }).optional(),
  entbehrlich: z.boolean().default(false),
  von_selbst: z.boolean().optional(),
  norm: z.string().min(1),
})

const schema = z.strictObject({ quelle: z.string().min(1), phasen: z.array(phase).min(1) })

/** What happens one after another in procedures of procurement, as profiles/procedures/phasen.yaml says. */
export type ProcedurePhases = z.infer<typeof schema>

/** Reads the phases. All faults at once, each a German sentence with file and line. */
export function readPhases(yamlText: string, fileName: string): ReadYaml<ProcedurePhases> {
  return readYaml(
    {
      schema,
      furtherFaults: ({ phasen }) => {
        const unknown = (id: string, path: (string | number)[]) =>
          phasen.some(other => other.id === id)
            ? []
            : [{ path: ['phasen', ...path], sentence: `Die Phase „${id}“ gibt es nicht.` }]
        return phasen.flatMap((each, at) => [
          ...each.nach.flatMap((id, k) => unknown(id, [at, 'nach', k])),
          ...(each.sperre ? unknown(each.sperre.bis, [at, 'sperre', 'bis']) : []),
        ])
      },
      empty: 'Die Datei enthält keine Phasen. Erwartet werden Zeilen wie „phasen:“.',
    },
    yamlText,
    fileName,
  )
}
