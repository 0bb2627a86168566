import { z } from 'zod'
import { processKinds } from '../process/template/template.ts'
import { id, source } from './profileParts.ts'

/* The parts of a programme profile (profile.ts): bodies, competences, schools, figures, reminders. */

/** A body that meets. */
export const gremium = z.strictObject({
  id,
  name: z.string(),
  auch: z.array(z.string()).default([]),
  aufgabe: z.string().nullable().default(null),
  leitung: z.string().nullable().default(null),
  mitglieder: z.array(z.string()).default([]),
  /** How often it meets, in the words of the source; null: no source says it. */
  turnus: z.string().nullable().default(null),
  /** Ids of bodies that get its results. */
  gibt_weiter_an: z.array(z.string()).default([]),
  quelle: source,
})

/** Who is competent for what and where, e.g. SGB VIII in Springe. */
export const zustaendigkeit = z.strictObject({
  id,
  /** "SGB VIII (seelische Behinderung)". */
  bereich: z.string(),
  /** The name it had in the source: "SGB XII". */
  frueher: z.string().nullable().default(null),
  stelle: z.string(),
  team: z.string().nullable().default(null),
  orte: z.union([z.literal('alle'), z.array(z.string()).min(1)]),
  hinweis: z.string().nullable().default(null),
  quelle: source,
})

export const schule = z.strictObject({
  name: z.string(),
  ort: z.string().nullable().default(null),
  schulform: z.string().nullable().default(null),
  quelle: source,
})

export const kennzahl = z.strictObject({
  id,
  name: z.string(),
  /** A number, or the words of the source ("etwa 68"). */
  wert: z.union([z.number(), z.string()]),
  einheit: z.string().nullable().default(null),
  stand: z.string(),
  /** Figures of one group are shown together. */
  gruppe: z.string().nullable().default(null),
  quelle: source,
})

/** What people may do in a chat channel. */
export const kanalregel = z.strictObject({
  /** Every new question becomes a Vorgang at once. */
  eingang: z.boolean().default(false),
  /** lesen: commands that change something are refused here. */
  befehle: z.enum(['alle', 'lesen']).default('alle'),
})

export const uhrzeit = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'ist keine Uhrzeit. Beispiel: "07:30"' })

export const erinnerungen = z.strictObject({
  /** Channel of `kanaele`; null: the one of "sonst". */
  kanal: z.string().nullable().default(null),
  /** Local time of the morning message. */
  uhrzeit: uhrzeit.default('07:30'),
  /** In this time only what the law demands is sent, the rest waits for the next morning. */
  leise: z.strictObject({ von: uhrzeit, bis: uhrzeit }).default({ von: '18:00', bis: '07:00' }),
  /** Soft reminders wait until school holidays are over. */
  weiche_in_schulferien: z.boolean().default(false),
  /** Days before a date, per kind of Ablauf. */
  vorlauf: z.partialRecord(z.enum(processKinds), z.array(z.number().int().min(0))).default({}),
  /** Working days after a date that passed without anything being done. */
  vorlegen: z
    .strictObject({
      vertretung_nach_arbeitstagen: z.number().int().positive(),
      leitung_nach_arbeitstagen: z.number().int().positive(),
    })
    .default({ vertretung_nach_arbeitstagen: 2, leitung_nach_arbeitstagen: 5 }),
  /** Lines of one message; more are counted. */
  hoechstens: z.number().int().positive().default(15),
})
