import type { Preview } from '../../domain/process/previewOf.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { PeriodGroup, periodsToCome } from '../../domain/tender/periodView.ts'
import type { TenderState } from '../../domain/tender/tenderState.ts'
import type { Period } from '../../domain/time/periods/period.ts'
import type { Action, Block, Reply } from '../../reply/reply.ts'
import { conflictBlocks, movedRows } from '../steps/stepChangeReplies.ts'
import type { NameOf } from '../steps/stepWords.ts'
import { bothReadings, periodBlocks, standstillWarning, toComeBlock } from './tenderPeriods.ts'
import { type HiddenTender, tenderNotHere, tenderSentences } from './tenderSentences.ts'
import { tenderStateLine } from './tenderState.ts'

/** "Vergabe 1: Verhandlungsverfahren mit Teilnahmewettbewerb". */
export function procedureTitle({
  instance,
  template,
}: Pick<PlannedProcess, 'instance' | 'template'>): string {
  return `Vergabe ${instance.cycle}: ${template.name}`
}

export interface TenderChangeShown {
  /** „Information nach § 134 GWB abgesendet am Do 05.09.2024“. */
  lead: string
  hints: readonly string[]
  preview: Preview
  /** Periods that are new or have another day. */
  groups: readonly [PeriodGroup, readonly Period[]][]
  actions: Action[]
  profile: Pick<Profile, 'beteiligte'>
  nameOf: NameOf
  note: string
  /** Heading of the dates that move; missing: „Das hat sich mitbewegt“. */
  movedTitle?: string
  /** Whether each period is counted out again; missing: it is. */
  counted?: 'counted out' | 'brief'
}

/** What would happen; nothing was changed. */
export function tenderPreview(shown: TenderChangeShown & { again: boolean }): Reply {
  const lead = `${shown.again ? 'Inzwischen hat sich etwas geändert. ' : ''}${shown.lead}?`
  return { ...tenderReply({ movedTitle: 'Das würde sich ändern', ...shown, lead }), audience: 'asker' }
}

/** What happened. */
export function tenderChanged(shown: TenderChangeShown): Reply {
  return { ...tenderReply({ ...shown, lead: `${shown.lead}.` }), audience: 'asker' }
}

function tenderReply(shown: TenderChangeShown): Omit<Reply, 'audience'> {
  const {
    lead,
    hints,
    preview,
    groups,
    actions,
    note,
    movedTitle = 'Das hat sich mitbewegt',
    counted,
  } = shown
  const periods = groups.flatMap(([, each]) => each)
  // Statutory dates stand below with their reason; here is what people had reckoned with, and what was set by hand.
  const moved = preview.moved.filter(
    ({ from, step }) => step.state !== 'erledigt' && (from !== null || !step.legal),
  )
  const rows = movedRows({ ...preview, moved }, shown)
  const notes = [...hints, bothReadings(periods), standstillWarning(periods)].flatMap(each => each ?? [])
  const blocks: Block[] = [
    { kind: 'text', text: lead },
    ...notes.map((text): Block => ({ kind: 'text', text })),
    ...(rows.length > 0 ? [{ kind: 'rows', title: movedTitle, rows } satisfies Block] : []),
    ...periodBlocks(groups, counted),
    ...conflictBlocks(preview, shown),
    ...(actions.length > 0 ? [{ kind: 'actions', actions } satisfies Block] : []),
    { kind: 'note', text: note },
  ]
  return { summary: lead, blocks }
}

/** Every period that is known, and what begins with days that are not. */
export function periodsReply(shown: {
  title: string
  groups: readonly [PeriodGroup, readonly Period[]][]
  toCome: ReturnType<typeof periodsToCome>
  note: string
}): Reply {
  const { title, groups, toCome, note } = shown
  const periods = groups.flatMap(([, each]) => each)
  const warnings = [bothReadings(periods), standstillWarning(periods)].flatMap(each => each ?? [])
  const lead =
    periods.length > 0
      ? `${title}: ${periods.length} Fristen.`
      : `${title}: Noch folgt aus nichts eine Frist.`
  return {
    summary: lead,
    audience: 'asker',
    blocks: [
      { kind: 'heading', text: title },
      ...(periods.length === 0
        ? [{ kind: 'text', text: 'Noch folgt aus nichts eine Frist.' } satisfies Block]
        : []),
      ...warnings.map((text): Block => ({ kind: 'text', text })),
      ...periodBlocks(groups),
      ...toComeBlock(toCome),
      { kind: 'actions', actions: [{ label: 'Phasen', command: 'vergabe phase' }] },
      { kind: 'note', text: note },
    ],
  }
}

/** What a channel may know of a procedure, and who does not lead it in a cloud. */
export function publicTenderReply(state: TenderState, sight: HiddenTender, note: string): Reply {
  const line = `${tenderStateLine(state)}.`
  return {
    summary: line,
    audience: 'everyone',
    blocks: [
      { kind: 'text', text: line },
      { kind: 'text', text: tenderNotHere[sight] },
      { kind: 'note', text: note },
    ],
  }
}

/** A sentence for the asker, with small print; nothing was changed. */
export function tenderSentence(text: string, actions: Action[], note: string): Reply {
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      ...(actions.length > 0 ? [{ kind: 'actions', actions } satisfies Block] : []),
      { kind: 'note', text: note },
    ],
  }
}

/** In a channel nothing is said of a procedure but its phase and the next public date. */
export function directlyOnly(sight: HiddenTender = 'none'): Reply {
  return plain(tenderNotHere[sight])
}

export function vergabestelleOnly(): Reply {
  return plain(tenderSentences.forVergabestelle)
}

export function noSuchHour(typed: string): Reply {
  return plain(`‚${typed.slice(0, 40)}‘ ist keine Uhrzeit. Bitte zum Beispiel: uhrzeit: 12:00`)
}

function plain(text: string): Reply {
  return { summary: text, audience: 'asker', blocks: [{ kind: 'text', text }] }
}
