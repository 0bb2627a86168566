import type { Temporal } from 'temporal-polyfill'
import type { CollectedReports } from '../../domain/process/kinds/collectedReports.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Block, Reply } from '../../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from '../listPages.ts'
import { standNote } from '../standNote.ts'
import { stepRow } from '../steps/stepRows.ts'

/** The answer to "bericht sammelstand". */
export function collectedReply(
  years: readonly CollectedReports[],
  profile: Profile,
  source: string,
  now: Temporal.Instant,
  paging: Paging,
): Reply {
  const latest = years[0]
  const summary = latest
    ? `Jahresberichte ${latest.cycle}: ${arrivedWords(latest)}`
    : 'Noch ist kein Berichtsjahr begonnen.'
  return {
    summary,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Sammelstand der Berichte, ${profile.name}` },
      ...(years.length === 0 ? [{ kind: 'text', text: summary } satisfies Block] : []),
      ...years.flatMap(year => yearBlocks(year, profile, dayOf(now), paging)),
      ...pageBlocks(
        years.map(year => ({ total: missingIn(year).length })),
        paging,
      ),
      standNote({ ...profile, quelle: source }, now),
    ],
  }
}

function arrivedWords({ each }: CollectedReports): string {
  if (each.length === 0) return 'Noch ist keine Schule angelegt.'
  const arrived = each.filter(report => report.arrived).length
  return `${arrived} von ${each.length} sind da.`
}

function missingIn({ each }: CollectedReports): string[] {
  return each.filter(report => !report.arrived).map(report => report.name)
}

function yearBlocks(
  year: CollectedReports,
  profile: Profile,
  today: Temporal.PlainDate,
  paging: Paging,
): Block[] {
  const missing = missingIn(year)
  return [
    {
      kind: 'facts',
      facts: [
        { label: year.cycle, value: arrivedWords(year) },
        ...(missing.length > 0 ? [{ label: 'Es fehlen', value: onPage(missing, paging).join(', ') }] : []),
      ],
    },
    ...year.chain.map(
      (process): Block => ({
        kind: 'rows',
        title: `${process.template.name} ${year.cycle}`,
        rows: process.steps.map(step =>
          stepRow(
            { process, step },
            {
              profile,
              today,
              nameOf: null,
              withoutProcess: true,
              withHint: true,
              undated: 'Termin noch nicht festgelegt',
            },
          ),
        ),
      }),
    ),
  ]
}
