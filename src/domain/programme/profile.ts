import { z } from 'zod'
import { templateSchema } from '../process/template/template.ts'
import { erinnerungen, gremium, kanalregel, kennzahl, schule, zustaendigkeit } from './profileDuties.ts'
import {
  beteiligt,
  day,
  ereignis,
  id,
  meilenstein,
  organisation,
  ort,
  phase,
  programmStatus,
  region,
  source,
  zeitpunkt,
} from './profileParts.ts'

/*
 * A programme profile is one YAML file that an office can read and change; therefore its words are German.
 * Every fact carries `quelle` (document or paragraph) and, where it ages, `stand` (as-of date).
 */

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
  /** Empty: no source divides the area. */
  regionen: z.array(region),
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
  /** What holds in a channel, by its name in `kanaele`; a channel without a rule takes nothing in by itself and knows all commands. */
  kanalregeln: z.record(z.string(), kanalregel).default({}),
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
  /** What the programme works on, in the order of its document. */
  kernbereiche: z.array(z.strictObject({ id, name: z.string(), quelle: source })).default([]),
  /** Law and decrees that it rests on. */
  rechtsgrundlagen: z
    .array(z.strictObject({ norm: z.string(), wofuer: z.string(), quelle: source }))
    .default([]),
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
export type ChannelRule = Profile['kanalregeln'][string]
export type Body = Profile['gremien'][number]
export type Milestone = Profile['meilensteine'][number] & {
  /** Title of the step elsewhere with which it was done; no profile says it, plans do. */
  doneWith?: string
}
