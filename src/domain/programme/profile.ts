import { z } from 'zod'
import { stakeholders } from '../classify/labels.ts'
import { daysOf } from '../time/pointInTime.ts'

/*
 * A programme profile is one YAML file that an office can read and change; therefore its words are German.
 * Every fact carries `quelle` (document or paragraph) and, where it ages, `stand` (as-of date).
 */

const day = z.iso.date()
const source = z.string().min(1)

/**
 * A date as sharp as its source says, never sharper: "2025-08-01", month "2024-04", quarter "2024-Q4",
 * ISO week "2024-W12", school year "2020/21", range "2024-06-01/2024-08-01".
 */
const wann = z.string().refine(typed => daysOf(typed) !== null, {
  error:
    'ist kein Zeitpunkt. Möglich sind: 2025-08-01 (Tag), 2024-04 (Monat), 2024-Q4 (Quartal), 2024-W12 (Kalenderwoche), 2020/21 (Schuljahr), 2024-06-01/2024-08-01 (Zeitraum)',
})

const zeitpunkt = z.strictObject({ wann, voraussichtlich: z.boolean().default(false) })

const id = z.string().regex(/^[\p{L}\d][\p{L}\d_-]*$/u)

const programmStatus = z.enum(['aktiv', 'ausgesetzt', 'beendet'])

const phase = z.enum([
  'vorbereitung',
  'tnw',
  'angebotsphase',
  'verhandlung',
  'wartefrist',
  'vertrag',
  'aufgehoben',
  'keine',
])

const region = z.strictObject({
  id,
  /** "Region 1". */
  name: z.string(),
  /** Names of `orte`; empty when no source names them. */
  orte: z.array(z.string()),
  quelle: source,
})

const ort = z.strictObject({
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

const verschiebung = z.strictObject({
  von: zeitpunkt,
  nach: zeitpunkt.nullable(),
  grund: z.string(),
  beschlossen_von: z.string().optional(),
  quelle: source,
})

const meilenstein = z.strictObject({
  id,
  titel: z.string(),
  /** Ids of regions; empty: the whole programme. */
  regionen: z.array(z.string()).default([]),
  /** null: no source names a time. */
  jetzt: zeitpunkt.nullable(),
  /** When it was done, or the words that the source has for it. */
  status: z.enum(['erledigt', 'geplant', 'neu', 'verschoben', 'fest', 'in_abstimmung', 'in_vorbereitung']),
  verschiebungen: z.array(verschiebung).default([]),
  haengt_ab_von: z.array(z.string()).default([]),
  /** Shown in the answer to "status"; false for what only the office itself needs. */
  uebersicht: z.boolean().default(true),
  hinweis: z.string().optional(),
  quelle: source,
})

const ereignis = z.strictObject({
  datum: z.string().refine(typed => /^\d{4}-\d{2}(-\d{2})?$/.test(typed) && daysOf(typed) !== null, {
    error: 'ist kein Datum. Möglich sind: 2024-12-03 (Tag) oder 2022-12 (Monat)',
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

const stakeholder = z.enum(stakeholders)

const organisation = z.strictObject({
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

const beteiligt = z.strictObject({
  id,
  name: z.string(),
  rolle: z.string(),
  /** Gets every message that goes "to all in the same form". */
  empfaenger: z.boolean().default(false),
  quelle: source,
})

export const profileSchema = z.strictObject({
  profil: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  traeger: z.string(),
  land: z.enum([
    'SH',
    'NI',
    'BE',
    'NW',
    'BW',
    'BY',
    'BB',
    'HB',
    'HH',
    'HE',
    'MV',
    'RP',
    'SL',
    'SN',
    'ST',
    'TH',
  ]),
  stand: day,
  /** How `stand` is known, when the document carries no date. */
  stand_hinweis: z.string().nullable().default(null),
  quelle: source,
  programm_status: programmStatus,
  postfach: z.email().nullable(),
  /** Sender of letters: a function, never a person. */
  stelle: z.string(),
  nummern_praefix: z.string().regex(/^[A-Z]{2,4}$/),
  /** Working days in which the office means to answer; null: no promise, no due date is told to citizens. */
  antwort_in_arbeitstagen: z.number().int().positive().nullable(),
  links: z.strictObject({ information: z.url(), datenschutz: z.url().nullable() }),
  notfall: z.strictObject({
    /** Jugendamt in office hours; null: the acknowledgement names 110 only. */
    telefon_asd: z.string().nullable(),
    telefon_bereitschaft: z.string().nullable(),
  }),
  fachdienst: z.strictObject({ name: z.string(), telefon: z.string().nullable() }),
  pressestelle: z.strictObject({ name: z.string(), kontakt: z.string().nullable() }),
  /**
   * Working days after which a Vorgang comes back to the office (Wiedervorlage). Internal, never told to
   * citizens; null: no due date.
   */
  wiedervorlage_arbeitstage: z.number().int().positive().nullable().default(5),
  /**
   * What an answer to a Vorgang that was closed does: it opens it again, or opens a new one, linked, once; every further
   * answer joins that one. Automatic mail does neither.
   */
  antwort_auf_abgeschlossenen_vorgang: z.enum(['wieder_oeffnen', 'neuer_vorgang']).default('wieder_oeffnen'),
  regionen: z.array(region).min(1),
  /** What several regions are called together, "Kreis Pinneberg": the whole area, not a place. */
  gebiet: z.strictObject({
    name: z.string(),
    auch: z.array(z.string()).default([]),
    /** Streets of its own offices: the town of such an address is no place that a letter asks about. */
    strassen: z.array(z.string()).default([]),
  }),
  orte: z.array(ort).min(1),
  /** Places outside that letters name now and then: recognised as unknown, never taken for one of ours. */
  nachbarorte: z.array(z.string()).default([]),
  /** Ways on which the programme informs and can be reached. */
  wege: z.array(z.strictObject({ name: z.string(), was: z.string(), quelle: source })).default([]),
  beteiligte: z.array(beteiligt),
  verzeichnis: z.array(organisation).default([]),
  /**
   * Which channel hears of a new Vorgang, by its stakeholder type; "sonst" for every other and for ungeklärt.
   * Channel names are the profile's own; settings say which channel of which platform they are.
   */
  kanaele: z.record(z.string(), z.string()),
  meilensteine: z.array(meilenstein),
  vergabe: z.strictObject({
    gebraucht: z.enum(['ja', 'nein', 'offen']),
    regime: z.enum(['EU_VgV', 'EU_VgV_sozial', 'UVgO']).nullable(),
    verfahren: z.string().nullable(),
    verfahren_name: z.string().nullable(),
    vergabestelle: z.string().nullable(),
    /** vorbereitung, tnw, angebotsphase, verhandlung, wartefrist, vertrag, aufgehoben, keine. */
    phase,
    stand_text: z.string().nullable(),
    plattform: z.url().nullable(),
    quelle: source,
  }),
  vereinbarung: z.strictObject({
    typ: z.string(),
    name: z.string(),
    /** Other words for the same thing, e.g. "Kooperationsvereinbarung". */
    auch: z.array(z.string()).default([]),
    zweck: z.string().nullable().default(null),
    /** Ids of `beteiligte`. */
    parteien: z.array(z.string()),
    status: z.string(),
    stand_text: z.string(),
    tore: z.strictObject({
      tnw: z.enum(['frei', 'warnen', 'sperren']),
      angebotsaufforderung: z.enum(['frei', 'warnen', 'sperren']),
      zuschlag: z.enum(['frei', 'warnen', 'sperren']),
    }),
    quelle: source,
  }),
  /** What must come before what, in the words of the source; the milestones carry it as `haengt_ab_von`. */
  abhaengigkeiten: z.array(z.strictObject({ id, text: z.string(), quelle: source })).default([]),
  ereignisse: z.array(ereignis),
  /** Published facts beside the programme's own document, each with source. */
  oeffentliche_angaben: z
    .array(z.strictObject({ aussage: z.string(), stand: z.string(), quelle: source }))
    .default([]),
  grundsaetze: z.array(z.strictObject({ text: z.string(), quelle: source })).default([]),
  /** What no source says; each is a setting that the office fills. */
  offen: z.array(z.string()).default([]),
})

export type Profile = z.infer<typeof profileSchema>
export type ProgrammeEvent = Profile['ereignisse'][number]
export type TenderPhase = z.infer<typeof phase>
export type ProgrammeStatus = z.infer<typeof programmStatus>
export type Region = Profile['regionen'][number]
export type ProfilePlace = Profile['orte'][number]
export type Milestone = Profile['meilensteine'][number]
