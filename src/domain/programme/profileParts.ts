import { z } from 'zod'
import { stakeholders } from '../classify/labels.ts'
import { doneWith } from '../process/template/template.ts'
import { daysOf } from '../time/pointInTime.ts'
import { pointInTime } from './pointInTimeField.ts'

/* The parts of a programme profile (profile.ts): places, people, milestones, events. */

export const day = z.iso.date()
export const source = z.string().min(1)

export const zeitpunkt = z.strictObject({ wann: pointInTime, voraussichtlich: z.boolean().default(false) })

export const id = z.string().regex(/^[\p{L}\d][\p{L}\d_-]*$/u)

export const programmStatus = z.enum(['aktiv', 'ausgesetzt', 'beendet'])

export const tenderPhases = [
  'vorbereitung',
  'tnw',
  'angebotsphase',
  'verhandlung',
  'wartefrist',
  'vertrag',
  'aufgehoben',
  'keine',
] as const
export const phase = z.enum(tenderPhases)

export const region = z.strictObject({
  id,
  /** "Region 1". */
  name: z.string(),
  /** Names of `orte`; empty when no source names them. */
  orte: z.array(z.string()),
  /** Said in place of places, for a unit that is no place: "ganz Berlin". */
  hinweis: z.string().nullable().default(null),
  /** Of one that is no unit of the kind that `gebietseinheit` names: how sentences call it, "die beruflichen Schulen", "den beruflichen Schulen". */
  statt_einheit: z.strictObject({ wer: z.string(), wem: z.string() }).nullable().default(null),
  quelle: source,
})

export const ort = z.strictObject({
  name: z.string(),
  art: z.enum(['Stadt', 'Gemeinde', 'Bezirk', 'Sozialraum']),
  amt: z.string().optional(),
  /** Other spellings, e.g. "Sparrieshoop". */
  auch: z.array(z.string()).default([]),
  /**
   * The name is a common word or surname too (Holm, Heist): in a letter it counts only with a sign that a
   * place is meant, such as "in Holm" or "Gemeinde Holm".
   */
  nur_mit_hinweis: z.boolean().default(false),
  /** What the name can also mean, e.g. "Kreis Pinneberg"; used to say so, not to guess. */
  verwechslung: z.string().optional(),
})

export const verschiebung = z.strictObject({
  von: zeitpunkt,
  nach: zeitpunkt.nullable(),
  grund: z.string(),
  beschlossen_von: z.string().optional(),
  quelle: source,
})

export const meilenstein = z.strictObject({
  id,
  titel: z.string(),
  /** Id of one of the `beteiligte`; null: the source names nobody. */
  wer: z.string().nullable().default(null),
  /** Ids of regions; empty: the whole programme. */
  regionen: z.array(z.string()).default([]),
  /** null: no source names a time. */
  jetzt: zeitpunkt.nullable(),
  /** When it was done, or the words that the source has for it. */
  status: z.enum(['erledigt', 'geplant', 'neu', 'verschoben', 'fest', 'in_abstimmung', 'in_vorbereitung']),
  verschiebungen: z.array(verschiebung).default([]),
  haengt_ab_von: z.array(z.string()).default([]),
  /** Steps of other Abläufe with which it is done. */
  erledigt_mit: doneWith.optional(),
  /** Shown in the answer to "status"; false for what only the office itself needs. */
  uebersicht: z.boolean().default(true),
  hinweis: z.string().optional(),
  quelle: source,
})

export const ereignis = z.strictObject({
  datum: z.string().refine(typed => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed) && daysOf(typed) !== null, {
    error: 'ist kein Datum. Möglich sind: 2024-12-03 (Tag), 2022-12 (Monat) oder "2008" (Jahr)',
  }),
  titel: z.string(),
  /** What the event changes from its date on. */
  wirkung: z
    .strictObject({
      programm_status: programmStatus.optional(),
      rechtsstreit: z.enum(['laufend', 'beendet']).optional(),
      vergabe_phase: phase.optional(),
      hinweis: z.string().optional(),
    })
    .default({}),
  quelle: source,
})

export const stakeholder = z.enum(stakeholders)

export const organisation = z.strictObject({
  name: z.string(),
  typ: stakeholder,
  /** Mail domains, "elmshorn.de"; also covers sub-domains. A hint, not proof. */
  domains: z.array(z.string()).default([]),
  /** Full addresses. */
  adressen: z.array(z.string()).default([]),
  /** Beginnings of the part before the @ at these domains, e.g. "schulamt". */
  adressanfaenge: z.array(z.string()).default([]),
  /** Words that tell departments of a shared domain apart, e.g. "Fachdienst Jugend/Soziale Dienste". */
  kennworte: z.array(z.string()).default([]),
  ort: z.string().optional(),
  quelle: source,
})

export const beteiligt = z.strictObject({
  id,
  name: z.string(),
  rolle: z.string(),
  /** Not part of our administration: a Vorgang that it gets is handed over. */
  ausserhalb: z.boolean().default(false),
  /** Gets every message that goes "to all in the same form". */
  empfaenger: z.boolean().default(false),
  /** Channel of `kanaele` in which reminders for it are posted; null: that of `erinnerungen`. */
  kanal: z.string().nullable().default(null),
  /** Ids of `beteiligte`: who hears of it when nothing happens, first the one, then the other. */
  vertretung: z.string().nullable().default(null),
  leitung: z.string().nullable().default(null),
  quelle: source,
})
