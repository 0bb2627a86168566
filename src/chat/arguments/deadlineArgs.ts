import type { Context } from '../command.ts'
import { mayUse } from '../permission.ts'
import { mayReadWords } from '../seen/sight.ts'
import { tenderSight } from '../seen/tenderSeen.ts'
import { seesCompanies, tenderRoles } from './tenderArgs.ts'

/** Arguments that several orders about Fristen share. */
export const deadlineArg = {
  kind: 'deadline',
  label: 'Frist',
  required: true,
  keys: ['frist'],
  hint: 'F-7, M5, K4a oder Worte des Titels',
} as const

export const reasonArg = {
  kind: 'clause',
  label: 'Grund',
  keys: ['grund', 'begründung'],
  keysOnly: true,
  hint: 'freie Worte; in Kanälen steht nur „Grund hinterlegt“',
} as const

export const decidedArg = {
  kind: 'clause',
  label: 'wer beschlossen hat',
  keys: ['beschlossen von', 'beschluss'],
  keysOnly: true,
  hint: 'Gremium oder Funktion',
} as const

/** The fingerprint of the preview that is confirmed; buttons carry it. */
export const sureArg = {
  kind: 'code',
  label: 'Kennzeichen der Vorschau',
  keys: ['wirklich'],
  keysOnly: true,
  hint: 'steht im Knopf unter der Vorschau',
} as const

export const onArg = {
  kind: 'day',
  label: 'Tag',
  keys: ['am', 'seit'],
  hint: 'an dem es geschah; ohne: heute',
} as const

export const moveArgs = {
  deadline: deadlineArg,
  to: { kind: 'when', label: 'Zeitpunkt', keys: ['auf', 'bis', 'zum', 'am'] },
  shift_days: { kind: 'shift', label: 'um wie viel' },
  undated: {
    kind: 'choice',
    label: 'ohne Termin',
    choices: { ja: ['unbestimmt', 'auf unbestimmte Zeit', 'auf unbestimmt', 'ohne Termin'] },
  },
  sure: sureArg,
  reason: reasonArg,
  decided: decidedArg,
} as const

/** What this person may see and do here of steps. */
export function stepReader(context: Pick<Context, 'person' | 'place' | 'viewer'>) {
  return {
    words: mayReadWords(context),
    sight: tenderSight(context),
    companies: seesCompanies(context),
    tenders: mayUse(tenderRoles, context.person),
  }
}

/** Who acts, for history and audit log. */
export function actorOf({ person }: Pick<Context, 'person'>): { id: string; name: string } {
  return { id: person.id, name: person.name }
}
