import type { ReminderKind } from './reminderThing.ts'

interface KindRule {
  /** Days before the date, the day itself always besides. A step's own `vorlauf` wins, then that of the profile. */
  leadDays: readonly number[]
  /** Rests while the programme is suspended or over. Agreements, data protection and what the law demands do not. */
  rests: boolean
  /** Days after which a step that is under way without a date is asked for; null: never. */
  pendingDays: number | null
}

/** What holds for each kind of thing where nothing else is said. Source: domain.md section 2, column "reminders". */
export const kindRules: Record<ReminderKind, KindRule> = {
  // pinneberg: "60/30/14/7 days before a milestone"
  meilensteine: { leadDays: [60, 30, 14, 7], rests: true, pendingDays: null },
  // pinneberg: "T-14/-7/-3/-1"
  vergabe: { leadDays: [14, 7, 3, 1], rests: false, pendingDays: null },
  // pinneberg: "legal review pending > 21 days"
  vereinbarung: { leadDays: [14, 7], rests: false, pendingDays: 21 },
  // pinneberg: steps of M9, the coordination posts, which have no date; the days are those of a review.
  checkliste: { leadDays: [14, 3], rests: false, pendingDays: 21 },
  antragsweg: { leadDays: [30, 14, 7], rests: false, pendingDays: null },
  // berlin: yearly talk, "60/30/7 days before 12 months are over"
  pflicht: { leadDays: [60, 30, 7], rests: false, pendingDays: null },
  // hannover: "01.12., 31.12., 31.01." for the survey date and its report
  bericht: { leadDays: [30, 7], rests: false, pendingDays: null },
  // verden: "7/3 days before UA meeting"
  sitzung: { leadDays: [7, 3], rests: false, pendingDays: null },
  // berlin: "day 7, 12, 14" of the fourteen
  schlichtung: { leadDays: [7, 2], rests: false, pendingDays: null },
  modell: { leadDays: [30, 7], rests: true, pendingDays: null },
  uebergabe: { leadDays: [30, 14, 7], rests: false, pendingDays: null },
  aufgaben: { leadDays: [7, 1], rests: false, pendingDays: null },
  // all: "no answer > 5 working days"; the day itself is that of the Wiedervorlage.
  vorgang: { leadDays: [], rests: false, pendingDays: null },
}
