import type { Temporal } from 'temporal-polyfill'
import type { Deputy } from '../domain/process/kinds/deputies.ts'
import type { Profile } from '../domain/programme/profile.ts'
import { germanDayWithWeekday } from '../domain/time/day.ts'
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
      detail: each.until ? `bis ${germanDayWithWeekday(each.until)}` : 'bis auf Weiteres',
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

export const deputySentences = {
  none: 'Zurzeit ist keine Vertretung eingetragen.',
  known: (count: number) =>
    count === 1 ? 'Eine Vertretung ist eingetragen.' : `${count} Vertretungen sind eingetragen.`,
  set: (absent: string, by: string, until: string) =>
    `${by} vertritt ${absent}${until}. Erinnerungen gehen von jetzt an dorthin.`,
  same: (absent: string, by: string) => `${by} vertritt ${absent} schon.`,
  ended: (absent: string) => `${absent} ist wieder selbst zuständig.`,
  notAway: (absent: string) => `Für ${absent} ist keine Vertretung eingetragen; es ist nichts zu beenden.`,
  itself: 'Eine Funktion kann sich nicht selbst vertreten. Bitte nennen Sie zwei Funktionen.',
  circle: (absent: string, by: string) =>
    `${by} ist selbst abwesend und wird von ${absent} vertreten. Beenden Sie zuerst: vertretung beenden "${by}"`,
  nobody: 'Bitte nennen Sie eine Funktion, zum Beispiel Projektleitung.',
  over: (day: string) => `${day} ist vorbei. Bitte nennen Sie einen Tag ab heute, oder keinen.`,
} as const
