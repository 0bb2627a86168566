import { z } from 'zod'
import { stakeholders } from '../classify/labels.ts'
import { processKinds, templateSchema } from '../process/template.ts'
import { daysOf } from '../time/pointInTime.ts'
import { pointInTime } from './pointInTimeField.ts'

/*
 * A programme profile is one YAML file that an office can read and change; therefore its words are German.
 * Every fact carries `quelle` (document or paragraph) and, where it ages, `stand` (as-of date).
 */

const day = z.iso.date()
const source = z.string().min(1)

const zeitpunkt = z.strictObject({ wann: pointInTime, voraussichtlich: z.boolean().default(false) })

const id = z.string().regex(/^[\p{L}\d][\p{L}\d_-]*$/u)

const programmStatus = z.enum(['aktiv', 'ausgesetzt', 'beendet'])

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
const phase = z.enum(tenderPhases)

const region = z.strictObject({
  id,
  /** "Region 1". */
  name: z.string(),
  /** Names of `orte`; empty when no source names them. */
  orte: z.array(z.string()),
  /** Said in place of places, for a unit that is no place: "ganz Berlin". */
  hinweis: z.string().nullable().default(null),
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
  /** Channel of `kanaele` in which reminders for it are posted; null: that of `erinnerungen`. */
  kanal: z.string().nullable().default(null),
  /** Ids of `beteiligte`: who hears of it when nothing happens, first the one, then the other. */
  vertretung: z.string().nullable().default(null),
  leitung: z.string().nullable().default(null),
  quelle: source,
})

/** A body that meets. */
const gremium = z.strictObject({
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
const zustaendigkeit = z.strictObject({
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

const schule = z.strictObject({
  name: z.string(),
  ort: z.string().nullable().default(null),
  schulform: z.string().nullable().default(null),
  quelle: source,
})

const kennzahl = z.strictObject({
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

const uhrzeit = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'ist keine Uhrzeit. Beispiel: "07:30"' })

const erinnerungen = z.strictObject({
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
  links: z.strictObject({ information: z.url().nullable(), datenschutz: z.url().nullable() }),
  notfall: z.strictObject({
    /** Jugendamt in office hours; null: the acknowledgement names 110 only. */
    telefon_asd: z.string().nullable(),
    telefon_bereitschaft: z.string().nullable(),
  }),
  /** Who is competent for single children; null: no source says it. */
  fachdienst: z.strictObject({ name: z.string(), telefon: z.string().nullable() }).nullable(),
  pressestelle: z.strictObject({ name: z.string(), kontakt: z.string().nullable() }).nullable(),
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
  /** null: no source tells of one. */
  vereinbarung: z
    .strictObject({
      typ: z.string(),
      name: z.string(),
      /** Other words for the same thing, e.g. "Kooperationsvereinbarung". */
      auch: z.array(z.string()).default([]),
      zweck: z.string().nullable().default(null),
      /** Ids of `beteiligte`. */
      parteien: z.array(z.string()),
      /** "<Ablauf>:<Schritt>" with which it is signed; opens the gates below. null: nobody has said. */
      unterzeichnet_mit: z
        .string()
        .regex(/^[^:]+:[^:]+$/, { error: 'muss „Ablauf:Schritt“ heißen, zum Beispiel kooperation:K9' })
        .nullable()
        .default(null),
      status: z.string(),
      stand_text: z.string(),
      /** What a tender may do before it is signed; null: it has nothing to do with one. */
      tore: z
        .strictObject({
          tnw: z.enum(['frei', 'warnen', 'sperren']),
          angebotsaufforderung: z.enum(['frei', 'warnen', 'sperren']),
          zuschlag: z.enum(['frei', 'warnen', 'sperren']),
        })
        .nullable()
        .default(null),
      quelle: source,
    })
    .nullable()
    .default(null),
  /** What a part of the area is called: Region, Bezirk, Kommune. */
  gebietseinheit: z.string().default('Region'),
  gremien: z.array(gremium).default([]),
  zustaendigkeiten: z.array(zustaendigkeit).default([]),
  schulen: z.array(schule).default([]),
  kennzahlen: z.array(kennzahl).default([]),
  /** How many schools are provided for. */
  abdeckung: z
    .strictObject({
      was: z.string(),
      gesamt: z.number().int().nonnegative(),
      versorgt: z.number().int().nonnegative(),
      stand: z.string(),
      quelle: source,
    })
    .nullable()
    .default(null),
  /** Ways of paying, and money that ends. */
  finanzierung: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        art: z.enum(['variante', 'foerderung']),
        /** Last day or time of a funding; null: no end named. */
        bis: zeitpunkt.nullable().default(null),
        bewertung: z.string().nullable().default(null),
        hinweis: z.string().nullable().default(null),
        quelle: source,
      }),
    )
    .default([]),
  /** The axes of a matrix that the programme fills, e.g. Träger × Sozialraum × Schule. */
  matrix: z
    .strictObject({ achsen: z.array(z.string()).min(2).max(3), frage: z.string(), quelle: source })
    .nullable()
    .default(null),
  /** Model sites and what is to be learned there. */
  modellstandorte: z
    .strictObject({
      lernziele: z.array(z.string()).min(1),
      hinweis: z.string().nullable().default(null),
      quelle: source,
    })
    .nullable()
    .default(null),
  erinnerungen: erinnerungen.prefault({}),
  /** Templates of everything that runs in steps; the milestones above are one more. */
  ablaeufe: z.array(templateSchema).default([]),
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
export type Body = Profile['gremien'][number]
export type Participant = Profile['beteiligte'][number]
export type Milestone = Profile['meilensteine'][number]
