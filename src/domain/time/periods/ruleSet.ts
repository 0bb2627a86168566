import { z } from 'zod'
import { type ReadYaml, readYaml } from '../../programme/readYaml.ts'
import { eventInputs, type FlagInput, procedures, regimes } from './inputs.ts'

/*
 * The law as data: profiles/procedures/*.yaml. A new law is a new file with a later `gueltig_ab`; the old one stays, because
 * procedures that began under it end under it (§ 186 Abs. 2 GWB).
 */

/** How sure a date is: settled law, prevailing opinion, the careful reading, or mere good practice. */
export const certainties = ['settled', 'prevailing', 'cautious', 'convention'] as const

export const conditionNames = [
  'dringlich_begruendet',
  'elektronische_angebote',
  'unterlagen_nicht_online',
  'vertraulichkeitsmassnahmen',
  'soziale_dienstleistung',
  'vorinformation',
] as const satisfies readonly (FlagInput | 'vorinformation')[]

const units = { Tag: 'days', Woche: 'weeks', Monat: 'months', Jahr: 'years', Stunde: 'hours' } as const
export type Unit = (typeof units)[keyof typeof units]

/** A length as the law says it. */
export interface Length {
  count: number
  unit: Unit
}

const length = z
  .string()
  .refine(typed => lengthOf(typed) !== null, {
    error: 'ist keine Dauer. Möglich sind: 30 Tage, 5 Wochen, 6 Monate, 3 Jahre, 48 Stunden',
  })
  .transform(typed => lengthOf(typed)!)

function lengthOf(typed: string): Length | null {
  const found = /^([1-9]\d{0,3}) (?:(Tag|Monat|Jahr)(?:en?)?|(Woche|Stunde)n?)$/.exec(typed)
  const word = found?.[2] ?? found?.[3]
  return found && word ? { count: Number(found[1]), unit: units[word as keyof typeof units] } : null
}

const key = z.string().regex(/^[a-z][a-z0-9_<>]*$/)

const rule = {
  schluessel: key,
  /** "Teilnahmefrist". */
  bezeichnung: z.string().min(1),
  quelle: z.string().min(1),
  /** Absent: all procedures of the regime. */
  verfahren: z.array(z.enum(procedures)).min(1).optional(),
  ereignis: z.enum(eventInputs),
  /** Conditions; one that nobody spoke of stays open and is named. */
  wenn: z.array(z.enum(conditionNames)).default([]),
  /** Conditions that must have been said: without a yes there is no such period. */
  nur_wenn: z.array(z.enum(conditionNames)).default([]),
  sicherheit: z.enum(certainties).default('settled'),
  /** Whole German sentence for the end of the reason. */
  hinweis: z.string().optional(),
}

const shift = z.enum(['naechster_arbeitstag', 'keine']).default('naechster_arbeitstag')

const rules = z.discriminatedUnion('art', [
  /** At least so long: the first day on which it may end. */
  z.strictObject({
    ...rule,
    art: z.literal('mindestfrist'),
    dauer: length,
    /** Which closing date it is the least for; absent: for comparison only. */
    fuer: z.enum(['teilnahmefrist_ende', 'angebotsfrist_ende']).optional(),
    /** Key of the first closing date with a clock time. */
    schlusstermin: key.optional(),
    /** Norm that lets social services deviate. */
    abweichung: z.string().optional(),
  }),
  /** As long as those who take part agreed; `<n>` in the key is the number of days. */
  z.strictObject({ ...rule, art: z.literal('vereinbarte_frist'), fuer: z.literal('angebotsfrist_ende') }),
  /** Something must be done by then. `ab`: counted from the event or from the end of its quarter. */
  z.strictObject({
    ...rule,
    art: z.literal('hoechstfrist'),
    dauer: length,
    ab: z.enum(['ereignis', 'quartalsende']).default('ereignis'),
    verschiebung: shift,
    /** Certainty once weekend or holiday moved the end. */
    sicherheit_verschoben: z.enum(certainties).optional(),
    /** A second period that begins with the end of the first. */
    danach: length.optional(),
  }),
  /** "n Tage vor Ablauf". */
  z.strictObject({
    ...rule,
    art: z.literal('rueckwaerts'),
    dauer: length,
    zaehlweise: z.enum(['streng', 'einfach']),
  }),
  /** Until the event itself, to the minute. */
  z.strictObject({ ...rule, art: z.literal('bis_zum_ereignis') }),
  /** Nothing may be signed before it is over. */
  z.strictObject({
    ...rule,
    art: z.literal('wartefrist'),
    dauer: length,
    /** Length when sent electronically or by fax. */
    dauer_elektronisch: length.optional(),
    vertrag_herrschend: key,
    vertrag_vorsichtig: key,
    arbeitstage: key,
  }),
  /** Hours run through nights, weekends and holidays. */
  z.strictObject({ ...rule, art: z.literal('stunden'), dauer: length, oder_mit: z.enum(eventInputs) }),
  /** Whether one day lies in a window after another. */
  z.strictObject({
    ...rule,
    art: z.literal('zeitfenster'),
    mindestens: length,
    hoechstens: length,
    bis: z.enum(eventInputs),
  }),
  /** Whether a closing date that was set respects the least period. */
  z.strictObject({
    ...rule,
    art: z.literal('schlusstermin_pruefung'),
    ereignis: z.enum(['teilnahmefrist_ende', 'angebotsfrist_ende']),
  }),
  /** Until the event, but no shorter than so long after another. */
  z.strictObject({ ...rule, art: z.literal('aufbewahrung'), mindestens: length, ab: z.enum(eventInputs) }),
  /** The law names no number. */
  z.strictObject({
    ...rule,
    art: z.literal('wert'),
    wert: z.enum(['angemessen', 'entfaellt', 'nicht_unterstuetzt']),
  }),
])

export type Rule = z.infer<typeof rules>
export type RuleOf<Art extends Rule['art']> = Extract<Rule, { art: Art }>

const ruleSet = z.strictObject({
  /** "vgv": files of one name follow each other by `gueltig_ab`. */
  regelwerk: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** "VgV". */
  name: z.string().min(1),
  gueltig_ab: z.iso.date(),
  quelle: z.string().min(1),
  regime: z.array(z.enum(regimes)).min(1),
  /** VO (EWG, Euratom) 1182/71 (§ 82 VgV) or §§ 186–193 BGB. */
  zaehlung: z.enum(['vo_1182_71', 'bgb']),
  fristen: z.array(rules).min(1),
})

export type RuleSet = z.infer<typeof ruleSet>
/** All rule sets that are known, of every law and every version. */
export type RuleSets = readonly RuleSet[]

/** Reads one rule set. All faults at once, each a German sentence with file and line. */
export function readRuleSet(yamlText: string, fileName: string): ReadYaml<RuleSet> {
  return readYaml(
    {
      schema: ruleSet,
      furtherFaults: () => [],
      empty: 'Die Datei enthält kein Regelwerk. Erwartet werden Zeilen wie „regelwerk: vgv“.',
    },
    yamlText,
    fileName,
  )
}
