import type { Temporal } from 'temporal-polyfill'
import { type Deputy, isAhead } from '../domain/process/kinds/deputies.ts'
import type { Profile } from '../domain/programme/profile.ts'
import { dayOf, germanDayWithWeekday } from '../domain/time/day.ts'
import type { Block, Reply, Row } from '../reply/reply.ts'
import { ownStandLine, standLine } from './standNote.ts'
import { roleWords } from './steps/stepWords.ts'

/** Who acts for whom: what people entered, then the deputies of the profile, whom overdue things go to. `lead`: what was just done. */
export function deputiesReply(
  lead: string,
  deputies: readonly Deputy[],
  profile: Pick<Profile, 'beteiligte' | 'stand' | 'quelle'>,
  now: Temporal.Instant,
): Reply {
  const set = deputies.map(
    (each): Row => ({
      sign: 'moved',
      state: 'vertreten',
      text: `${roleWords(profile, each.absent)}: ${roleWords(profile, each.by)}`,
      detail: spanWords(each, dayOf(now)),
    }),
  )
  const usual = profile.beteiligte
    .filter(each => each.vertretung !== null)
    .map(
      (each): Row => ({
        sign: 'none',
        state: 'laut Profil',
        text: `${each.name}: ${roleWords(profile, each.vertretung)}`,
        detail: 'wenn etwas liegen bleibt',
      }),
    )
  const rows = [...set, ...usual]
  const first = deputies[0]
  return {
    summary: lead,
    audience: 'everyone',
    blocks: [
      { kind: 'text', text: lead },
      ...(rows.length > 0 ? [{ kind: 'rows', title: 'Vertretungen', rows } satisfies Block] : []),
      ...(first
        ? [
            {
              kind: 'actions',
              actions: [
                {
                  label: 'Vertretung beenden',
                  command: `vertretung beenden "${roleWords(profile, first.absent)}"`,
                },
              ],
            } satisfies Block,
          ]
        : []),
      {
        kind: 'note',
        text: usual.length > 0 ? `${standLine(profile, null)} ${ownStandLine(now)}` : ownStandLine(now),
      },
    ],
  }
}

/** "bis Fr 03.05.2024", "vom Mo 29.04.2024 bis Fr 03.05.2024", "ab Mo 29.04.2024 bis auf Weiteres"; a first day that was is not told. */
function spanWords({ from, until }: Pick<Deputy, 'from' | 'until'>, today: Temporal.PlainDate): string {
  const ahead = from && isAhead({ from }, today) ? from : null
  const last = until ? `bis ${germanDayWithWeekday(until)}` : 'bis auf Weiteres'
  return ahead ? `${until ? 'vom' : 'ab'} ${germanDayWithWeekday(ahead)} ${last}` : last
}

export const deputySentences = {
  none: 'Zurzeit ist keine Vertretung eingetragen.',
  known: (count: number) =>
    count === 1 ? 'Eine Vertretung ist eingetragen.' : `${count} Vertretungen sind eingetragen.`,
  set: (
    absent: string,
    by: string,
    {
      from,
      until,
      today,
      roles,
    }: Pick<Deputy, 'from' | 'until'> & { today: Temporal.PlainDate; roles: readonly string[] },
  ) => {
    const ahead = isAhead({ from }, today)
    const span = ahead || until ? ` ${spanWords({ from, until }, today)}` : ''
    const given =
      roles.length > 0
        ? ` Dazu hat die Vertretung in dieser Zeit: ${roles.join(', ')}.`
        : ' An den Rollen ändert das nichts.'
    return `${by} vertritt ${absent}${span}. Erinnerungen gehen ${ahead ? 'in dieser Zeit' : 'von jetzt an'} dorthin.${given}`
  },
  /** `roles` in words. */
  notTheirs: (absent: string, by: string, roles: readonly string[]) =>
    `${by} bekäme mit der Vertretung von ${absent}: ${roles.join(', ')}. Das kann nur eintragen, wer diese Rolle selbst hat, oder die Administration in der Liste der Personen. Es ist nichts geändert.`,
  taken: (absent: string, by: string) =>
    `${absent} wird zurzeit von ${by} vertreten. Eine spätere Vertretung würde das sofort beenden. Wenn Sie das wollen, zuerst: vertretung beenden "${absent}"`,
  backwards: 'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die beiden Tage.',
  same: (absent: string, by: string) => `${by} vertritt ${absent} schon.`,
  ended: (absent: string) => `${absent} ist wieder selbst zuständig.`,
  notAway: (absent: string) => `Für ${absent} ist keine Vertretung eingetragen; es ist nichts zu beenden.`,
  itself: 'Eine Funktion kann sich nicht selbst vertreten. Bitte nennen Sie zwei Funktionen.',
  circle: (absent: string, by: string) =>
    `${by} ist selbst abwesend und wird von ${absent} vertreten. Beenden Sie zuerst: vertretung beenden "${by}"`,
  nobody: 'Bitte nennen Sie eine Funktion, zum Beispiel Projektleitung.',
  over: (day: string) => `${day} ist vorbei. Bitte nennen Sie einen Tag ab heute, oder keinen.`,
} as const
