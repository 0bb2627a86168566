import { Temporal } from 'temporal-polyfill'
import type { ProcessNote } from '../../domain/process/kinds/notes.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { dayOf, germanDay } from '../../domain/time/day.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { byId, stepRow } from '../steps/stepRows.ts'
import { whenWords } from '../steps/stepWords.ts'
import { wordsElsewhere } from '../steps/wordsElsewhere.ts'

/** A model site with what is to be learned there. */
export interface SiteShown {
  name: string
  place: string | null
  /** Everything of it that is under way: learning goals and reviews. */
  plans: readonly PlannedProcess[]
  experiences: readonly ProcessNote[]
  /** False in a channel: then experiences are counted only. */
  words: boolean
}

/** The review that comes next; "" when none has a date. */
function nextReview({ plans }: SiteShown, today: Temporal.PlainDate): string {
  const steps = plans
    .filter(plan => plan.instance.cycle !== '')
    .flatMap(plan => plan.steps)
    .filter(step => !isSettled(step) && step.when !== null)
    .filter(step => Temporal.PlainDate.compare(step.when!.last, today) >= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.when!.first, b.when!.first))
  return steps[0] ? whenWords(steps[0].when) : ''
}

/** The answer to "modell status". */
export function sitesReply(sites: readonly SiteShown[], profile: Profile, now: Temporal.Instant): Reply {
  const today = dayOf(now)
  const model = profile.modellstandorte
  const sentence =
    sites.length === 0
      ? 'Noch ist kein Modellstandort benannt. Anlegen mit: modell anlegen „Name“'
      : `${sites.length === 1 ? 'Ein Modellstandort' : `${sites.length} Modellstandorte`}.`
  const rows: Row[] = sites.map(site => ({
    sign: 'planned',
    state: site.name,
    text: `Erfahrungen: ${site.experiences.length}`,
    detail: nextReview(site, today) ? `nächste Auswertung ${nextReview(site, today)}` : '',
  }))
  return {
    summary: sentence,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Modellstandorte, ${profile.name}` },
      { kind: 'text', text: sentence },
      {
        kind: 'facts',
        facts: [
          { label: 'Zu lernen', value: model?.lernziele.join('; ') ?? '' },
          { label: 'Hinweis', value: model?.hinweis ?? '' },
        ].filter(fact => fact.value !== ''),
      },
      ...(rows.length > 0 ? [{ kind: 'rows', title: '', rows } satisfies Block] : []),
      standNote({ ...profile, quelle: model?.quelle ?? profile.quelle }, now),
    ],
  }
}

/** The answer to "modell status <Name>", "modell anlegen" and "modell erfahrung". */
export function siteReply(site: SiteShown, lead: string, profile: Profile, now: Temporal.Instant): Reply {
  const today = dayOf(now)
  const review = nextReview(site, today)
  const goals = site.plans
    .filter(plan => plan.instance.cycle === '')
    .flatMap(process => process.steps.map(step => ({ process, step })))
  const around = { profile, today, nameOf: byId, withoutProcess: true, withHint: true }
  const experiences: Block[] =
    site.experiences.length === 0
      ? []
      : site.words
        ? [
            {
              kind: 'rows',
              title: 'Erfahrungen',
              rows: site.experiences.map(({ text, by, at }) => ({
                sign: 'none',
                state: germanDay(dayOf(Temporal.Instant.from(at))),
                text,
                detail: by,
              })),
            },
          ]
        : [
            {
              kind: 'text',
              text: `Festgehaltene Erfahrungen: ${site.experiences.length}. ${wordsElsewhere}`,
            },
          ]
  return {
    summary: `${lead || site.name}${review ? ` Nächste Auswertung: ${review}.` : ''}`,
    audience: 'everyone',
    blocks: [
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'heading', text: site.name },
      {
        kind: 'facts',
        facts: [
          ...(site.place ? [{ label: 'Ort', value: site.place }] : []),
          { label: 'Nächste Auswertung', value: review || 'kein Termin' },
        ],
      },
      { kind: 'rows', title: 'Lernziele', rows: goals.map(at => stepRow(at, around)) },
      ...experiences,
      standNote({ ...profile, quelle: profile.modellstandorte?.quelle ?? profile.quelle }, now),
    ],
  }
}
