import type { TenderPhase } from '../../domain/programme/profile.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { procedureNames } from '../../domain/tender/procedureNames.ts'
import type { Closing } from '../../domain/tender/tenderCase.ts'
import { type TenderEvent, type TenderEventName, tenderEvents } from '../../domain/tender/tenderEvents.ts'
import type { TenderLaw } from '../../domain/tender/tenderLaw.ts'
import type { Role } from '../../domain/ticket/visibility.ts'
import type { Procedure } from '../../domain/time/periods/inputs.ts'
import type { ChatNeeds, Context } from '../command.ts'
import { mayReadWords } from '../seen/sight.ts'
import type { ChoiceSpec } from './args.ts'

/** The Vergabestelle leads a procedure; the coordination of the Jugendamt keeps it up to date with her (domain.md section 8). */
export const tenderRoles = ['vergabestelle', 'koordination_jugendamt'] as const satisfies readonly Role[]

/** R1: procurement is offered where the profile says that it is used. */
export function tenders({ profile }: Programme): boolean {
  return profile.vergabe.gebraucht === 'ja'
}

/** The law of a programme that tenders; commands about it are offered nowhere else. */
export function lawOf({ law }: Pick<ChatNeeds, 'law'>): TenderLaw {
  if (!law) throw new Error('a command about procurement in a programme without it')
  return law
}

/** What tells of a company is for the Vergabestelle alone, and stays in the house: never in a channel or a cloud (D07, D08). */
export function seesCompanies(context: Pick<Context, 'viewer' | 'place' | 'person'>): boolean {
  return mayReadWords(context) && context.viewer.roles.includes('vergabestelle')
}

/** Shorter words beside the full name. */
const shortNames: Partial<Record<Procedure, string[]>> = {
  verhandlungsverfahren_mit_tnw: ['verhandlungsverfahren', 'vv_mit_tnw', 'vv'],
  verhandlungsverfahren_ohne_tnw: ['vv_ohne_tnw'],
  offenes_verfahren: ['offen'],
  nicht_offenes_verfahren: ['nichtoffenes verfahren', 'nichtoffen'],
  beschraenkte_ausschreibung_mit_teilnahmewettbewerb: ['beschränkte ausschreibung'],
  verhandlungsvergabe_mit_tnw: ['verhandlungsvergabe'],
}

const procedureChoices = Object.fromEntries(
  Object.entries(procedureNames).map(([key, name]) => [
    key,
    // The name without spaces stands first: it reads back as one word, wherever "nicht" and "ohne" would make an order doubtful.
    [key, name, ...(shortNames[key as Procedure] ?? [])],
  ]),
) as unknown as Record<Procedure, readonly string[]>

export const procedureArg = {
  kind: 'choice',
  label: 'Verfahren',
  keys: ['verfahren'],
  choices: procedureChoices,
  hint: 'z. B. offenes_verfahren, verhandlungsverfahren_mit_tnw, verhandlungsvergabe_mit_tnw; ohne: das des Profils',
} as const

const yesNo = { ja: ['ja'], nein: ['nein'] } as const

export const electronicArg = {
  kind: 'choice',
  label: 'ja oder nein',
  keys: ['elektronisch'],
  keysOnly: true,
  choices: yesNo,
  hint: 'Angebote werden elektronisch angenommen: elektronisch:ja',
} as const

export const urgentArg = {
  kind: 'choice',
  label: 'ja oder nein',
  keys: ['dringlich'],
  keysOnly: true,
  choices: yesNo,
  hint: 'eine Dringlichkeit ist hinreichend begründet: dringlich:ja',
} as const

const eventChoices = Object.fromEntries(
  Object.entries<TenderEvent>(tenderEvents).map(([name, { words }]) => [name, words]),
) as unknown as Record<TenderEventName, readonly string[]>

export const eventArg = {
  kind: 'choice',
  label: 'Ereignis',
  keys: ['ereignis'],
  choices: eventChoices,
  hint: 'z. B. bekanntmachung, aufforderung, information, zuschlag, nachprüfungsantrag',
} as const

export const wayArg = {
  kind: 'choice',
  label: 'Versandweg',
  keys: ['versandweg', 'per'],
  keysOnly: true,
  choices: { elektronisch: ['elektronisch', 'e-mail'], fax: ['fax'], brief: ['brief', 'post'] },
  hint: 'der Information nach § 134 GWB: elektronisch, fax, brief',
} as const

export const hourArg = {
  kind: 'clause',
  label: 'Uhrzeit',
  keys: ['uhrzeit'],
  keysOnly: true,
  hint: 'z. B. uhrzeit: 12:00',
} as const

/** "12:00" of "12:00", "12.00 Uhr", "9 Uhr"; null: no hour of a day. */
export function hourIn(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?uhr)?$/i.exec(typed.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  if (!match || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** true, false, or null when nothing was said. */
export function yes(said: 'ja' | 'nein' | null): boolean | null {
  return said === null ? null : said === 'ja'
}

/** Where a procedure stands, in words that people type. */
export const phaseArg = {
  kind: 'choice',
  label: 'Phase',
  choices: {
    vorbereitung: ['vorbereitung'],
    tnw: ['teilnahmewettbewerb', 'tnw'],
    angebotsphase: ['angebotsphase'],
    verhandlung: ['verhandlung', 'verhandlungen'],
    wartefrist: ['wartefrist'],
    vertrag: ['vertrag'],
    aufgehoben: ['aufgehoben', 'aufhebung'],
    automatisch: ['automatisch'],
  },
  hint: 'vorbereitung, teilnahmewettbewerb, angebotsphase, verhandlung, wartefrist, vertrag, aufgehoben; automatisch: wie die erledigten Phasen sagen',
} as const satisfies ChoiceSpec & { choices: Partial<Record<TenderPhase | 'automatisch', readonly string[]>> }

/** What the ends of both periods are called. */
export const closingNames: Record<Closing, string> = {
  teilnahmefrist_ende: 'Ende der Teilnahmefrist',
  angebotsfrist_ende: 'Ende der Angebotsfrist',
}
