import { z } from 'zod'
import { pointInTime } from '../../programme/pointInTimeField.ts'

/*
 * What an Ablauf looks like before it begins: a template, as it stands in a profile or in profiles/procedures. Offices write
 * and change these files, therefore their words are German.
 */

const id = z.string().regex(/^[\p{L}\d][\p{L}\d_-]*$/u)
const source = z.string().min(1)
const count = z.number().int().positive().optional()

/** Units of a distance; exactly one is given. */
const distance = { tage: count, arbeitstage: count, wochen: count, monate: count, jahre: count }
export const units = ['tage', 'arbeitstage', 'wochen', 'monate', 'jahre'] as const
export type Unit = (typeof units)[number]

const oneUnit = (rule: Partial<Record<Unit, number>>) =>
  units.filter(unit => rule[unit] !== undefined).length === 1
const oneUnitFault = { error: 'braucht genau eine Angabe: tage, arbeitstage, wochen, monate oder jahre' }

/** Days that a cycle has without a step of its own. School days come from the calendar of the Land. */
export const anchors = [
  'beginn',
  'schuljahresbeginn',
  'erster_schultag',
  'sommerferien',
  'schuljahresende',
] as const
export type Anchor = (typeof anchors)[number]

/** Where the date of a step comes from. */
const termin = z.union([
  /** A date as sharp as its source says. */
  z.strictObject({ am: pointInTime, voraussichtlich: z.boolean().default(false) }),
  /** So long after another step or an anchor; `rollt`: an end on Saturday, Sunday or holiday moves to the next working day (§ 193 BGB). */
  z
    .strictObject({ nach: z.string(), ...distance, rollt: z.boolean().default(false) })
    .refine(oneUnit, oneUnitFault),
  /** So long before another step or an anchor. */
  z.strictObject({ vor: z.string(), ...distance }).refine(oneUnit, oneUnitFault),
  /** The day of an anchor or of another step itself. */
  z.strictObject({ wie: z.string() }),
  /** "12-31": this day of the year in which the cycle begins, or `jahre_spaeter` later. */
  z.strictObject({
    jaehrlich: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
      error: 'ist kein Tag des Jahres. Beispiel: 12-31',
    }),
    jahre_spaeter: z.number().int().min(0).max(2).default(0),
  }),
  /** A statutory period by the key of the period engine, e.g. "teilnahmefrist_min_ende"; it has a date once its event is known. Of several, the first that has one. */
  z.strictObject({ frist: z.union([z.string(), z.array(z.string()).min(1)]) }),
])
export type DateRule = z.infer<typeof termin>

/** "<Ablauf>:<Schritt>". */
const stepElsewhere = z
  .string()
  .regex(/^[^:]+:[^:]+$/, { error: 'muss „Ablauf:Schritt“ heißen, zum Beispiel kooperation:K9' })

/**
 * Steps with which another one is done, on the day of the last of them: "kooperation:K9"; "vergabe:bekanntmachung" is that phase of
 * the procedure of procurement that runs, of whatever kind.
 */
export const doneWith = z.union([stepElsewhere, z.array(stepElsewhere).min(1)])

/** What a step may wait for in another Ablauf: "kooperation:K9". */
const gate = z.strictObject({
  /** "<template>:<step>" that must be done first. */
  braucht: stepElsewhere,
  /** warnen: a sentence is said; sperren: it needs a person who unlocks it and says why. */
  wirkung: z.enum(['frei', 'warnen', 'sperren']),
})

const verschiebung = z.strictObject({
  von: z.strictObject({ wann: pointInTime, voraussichtlich: z.boolean().default(false) }),
  nach: z.strictObject({ wann: pointInTime, voraussichtlich: z.boolean().default(false) }).nullable(),
  grund: z.string(),
  beschlossen_von: z.string().optional(),
  quelle: source,
})

const schritt = z.strictObject({
  id,
  titel: z.string().min(1),
  /** Id of one of the `beteiligte`; null: the source names nobody. */
  wer: z.string().nullable().default(null),
  /** Ids of steps of the same template that come first. */
  nach: z.array(z.string()).default([]),
  /** null: the source names no time; a person may set one. */
  termin: termin.nullable().default(null),
  /** Days before the date on which its reminder is due; missing: those of its kind. */
  vorlauf: z.array(z.number().int().min(0)).optional(),
  /** Reminders of a soft step keep silent at weekends and in school holidays; those of a legal date never do. */
  weich: z.boolean().default(true),
  /** State in the source document; people change it by commands. */
  status: z.enum(['offen', 'laeuft', 'erledigt']).default('offen'),
  /** Ids of regions; empty: all. */
  regionen: z.array(z.string()).default([]),
  tor: gate.optional(),
  erledigt_mit: doneWith.optional(),
  /** From a fact on it may not be done until another step of this Ablauf is, e.g. an award while a review is open. */
  sperre: z.strictObject({ seit: z.string(), bis: z.string() }).optional(),
  /** Fact that the day on which it is done gives to the period engine, e.g. auftragsbekanntmachung_abgesendet. */
  ergibt: z.string().optional(),
  /** Fact that a closing date set by a person gives, e.g. angebotsfrist_ende. */
  schlusstermin: z.string().optional(),
  /** State of the procedure that begins when it is done, see TenderPhase. */
  stand: z.string().optional(),
  /** May be left out without holding anything up. */
  entbehrlich: z.boolean().default(false),
  /** Takes place on its day whatever anybody does, e.g. the end of a period: nobody is late with it. */
  von_selbst: z.boolean().optional(),
  verschiebungen: z.array(verschiebung).default([]),
  /** The paragraph behind it. */
  norm: z.string().optional(),
  hinweis: z.string().optional(),
  quelle: source,
})

/** What kind of thing an Ablauf is; decides lead times of reminders and which commands show it. */
export const processKinds = [
  'meilensteine',
  'vergabe',
  'vereinbarung',
  'checkliste',
  'antragsweg',
  'pflicht',
  'bericht',
  'sitzung',
  'schlichtung',
  'modell',
  'uebergabe',
  'aufgaben',
] as const
export type ProcessKind = (typeof processKinds)[number]

export const subjectKinds = [
  'programm',
  'region',
  'schule',
  'gremium',
  'modellstandort',
  'verfahren',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const templateSchema = z.strictObject({
  id,
  name: z.string().min(1),
  art: z.enum(processKinds),
  /** For what one of these is kept: once for the programme, once for each region, school, body, model site … */
  je: z.enum(subjectKinds).default('programm'),
  /**
   * immer: exists from the beginning for every subject. auf_befehl: a person begins it. zyklus: by the calendar, see
   * `wiederholung`. { mit }: as soon as that step "<template>:<step>" of the same subject is done, from its day on; with
   * `wiederholung: { jedes }` in every cycle that begins after that day.
   */
  beginnt: z
    .union([
      z.enum(['immer', 'auf_befehl', 'zyklus']),
      z.strictObject({ mit: z.string().regex(/^[^:]+:[^:]+$/) }),
    ])
    .default('immer'),
  /** By the calendar, or from the day on which a step of the one before was done. */
  wiederholung: z
    .union([
      z.strictObject({ jedes: z.enum(['jahr', 'halbjahr', 'schuljahr']) }),
      z.strictObject({ nach: z.string() }),
    ])
    .nullable()
    .default(null),
  // Plans are reckoned step by step along what waits for what; the longest real Ablauf has some thirty.
  schritte: z.array(schritt).min(1).max(500),
  hinweis: z.string().optional(),
  quelle: source,
})

export type ProcessTemplate = z.infer<typeof templateSchema>
export type StepTemplate = ProcessTemplate['schritte'][number]
