import type { Preview } from '../../domain/process/previewOf.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'
import { type NameOf, namedStep, roleWords, whenWords } from './stepWords.ts'

interface Around {
  profile: Pick<Profile, 'beteiligte'>
  nameOf: NameOf
}

/** A sentence for the asker, with buttons; nothing was changed. */
export function stepSentence(text: string, actions: Action[] = [], note?: string): Reply {
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      ...(actions.length > 0 ? [{ kind: 'actions', actions } satisfies Block] : []),
      ...(note ? [{ kind: 'note', text: note } satisfies Block] : []),
    ],
  }
}

/** What a person has to choose from, because several steps fit the words. `command` makes the line for one of them. */
export function chooseStep(
  typed: string,
  found: readonly StepOfProcess[],
  command: (name: string) => string,
  around: Around,
): Reply {
  const shown = found.slice(0, 8)
  const rows = shown.map(
    (at): Row => ({
      sign: 'question',
      state: around.nameOf(at),
      text: at.step.title,
      detail: at.step.when ? whenWords(at.step.when) : '',
      remark: [at.process.title, roleWords(around.profile, at.step.role)].filter(Boolean).join(' · '),
    }),
  )
  const text = `‚${typed}‘ passt auf ${found.length} Schritte. Welchen meinen Sie?`
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      { kind: 'rows', title: '', rows },
      ...(found.length > shown.length ? [furtherSteps(found.length - shown.length)] : []),
      {
        kind: 'actions',
        actions: shown.slice(0, 5).map(at => ({
          label: `${around.nameOf(at)} ${distinct(at, found)}`.slice(0, 75),
          command: command(around.nameOf(at)),
        })),
      },
    ],
  }
}

function furtherSteps(more: number): Block {
  return {
    kind: 'text',
    text: `und ${more === 1 ? 'ein weiterer' : `${more} weitere`}. Bitte nennen Sie mehr Worte, zum Beispiel den Namen davor.`,
  }
}

/** What tells a step from the others: its title, or where it belongs when they are called the same. */
function distinct({ process, step }: StepOfProcess, found: readonly StepOfProcess[]): string {
  return found.every(each => each.step.title === step.title) ? process.title : step.title
}

export function noSuchStep(named: string, near: readonly string[], command: (name: string) => string): Reply {
  const meant = near.length > 0 ? ` Meinten Sie ${near.map(each => `„${each}“`).join(' oder ')}?` : ''
  return stepSentence(`Eine Frist ‚${named}‘ kenne ich nicht.${meant}`, [
    ...near.map(each => ({ label: each, command: command(`„${each}“`) })),
    { label: 'Fristen zeigen', command: 'fristen alle' },
  ])
}

export interface PreviewShown extends Around {
  at: StepOfProcess
  preview: Preview
  /** „F-7 auf Fr 03.05.2024 verschieben“: what is asked. */
  question: string
  /** What the law wants to be known. */
  hints: readonly string[]
  /** Something else was confirmed, and meanwhile the plans changed. */
  again: boolean
  yes: Action
  /** The reason is still missing: the line that people complete; null: it is there. */
  complete: string | null
  note: string
}

/** What a change would do: every date that moves, and what no longer fits. Nothing was changed. */
export function previewReply({
  at,
  preview,
  question,
  hints,
  again,
  yes,
  complete,
  note,
  ...around
}: PreviewShown): Reply {
  const name = around.nameOf(at)
  const lead = `${again ? 'Inzwischen hat sich etwas geändert. ' : ''}${question}?`
  const blocks: Block[] = [
    { kind: 'text', text: lead },
    { kind: 'rows', title: 'Das würde sich ändern', rows: movedRows(preview, around) },
    ...conflictBlocks(preview, around),
    ...hints.map((text): Block => ({ kind: 'text', text })),
  ]
  if (complete)
    blocks.push({ kind: 'text', text: `Es fehlt noch der Grund. Bitte schreiben Sie: ${complete}` })
  else blocks.push({ kind: 'actions', actions: [yes, { label: 'Nein', command: `frist zeigen ${name}` }] })
  blocks.push({ kind: 'note', text: note })
  return { summary: lead, audience: 'asker', blocks }
}

/** Every date that moved or would: old → new, statutory ones named. */
export function movedRows({ moved }: Preview, { profile, nameOf }: Around): Row[] {
  return moved.map(({ process, step, from, to }): Row => {
    const remark = [
      step.legal ? `gesetzlich${step.norm ? `, ${step.norm}` : ''}` : '',
      step.why,
      process.title,
      roleWords(profile, step.role),
    ].filter(part => part !== '')
    return {
      sign: from === null ? 'new' : 'moved',
      state: from === null ? 'neu' : 'verschoben',
      text: namedStep(nameOf({ process, step }), step, ' · '),
      detail: from === null ? whenWords(to) : `${whenWords(from)} → ${whenWords(to)}`,
      remark: remark.join(' · '),
    }
  })
}

/** Steps that would lie before what must come first. */
export function conflictBlocks({ conflicts }: Preview, { nameOf }: Around): Block[] {
  return conflicts.map(({ process, step }) => {
    const before = step.conflicts.flatMap(id => process.steps.find(each => each.id === id) ?? [])
    const words = before.map(each => namedStep(nameOf({ process, step: each }), each)).join(' und ')
    return {
      kind: 'text',
      text: `Passt nicht zusammen: ${namedStep(nameOf({ process, step }), step)} läge vor ${words}.`,
    }
  })
}

export interface ChangeShown extends Around {
  at: StepOfProcess
  /** What happened, e.g. „Erledigt am 22.04.2024.“ */
  lead: string
  /** What the person should know besides. */
  hints: readonly string[]
  preview: Preview
  /** Abläufe that began because of it. */
  begun: readonly string[]
  /** Steps whose turn it is now. */
  next: readonly StepOfProcess[]
  actions: Action[]
  note: string
}

/** A step after a change, with everything that followed from it. */
export function changedStepReply({
  at,
  lead,
  hints,
  preview,
  begun,
  next,
  actions,
  note,
  ...around
}: ChangeShown): Reply {
  const title = namedStep(around.nameOf(at), at.step, ' · ')
  const others = { ...preview, moved: preview.moved.filter(each => !same(each, at)) }
  const followed = movedRows(others, around)
  const turns = next.map(each => {
    const role = roleWords(around.profile, each.step.role)
    return `${namedStep(around.nameOf(each), each.step)}${role ? ` (${role})` : ''}`
  })
  const sentences = [
    lead,
    ...hints,
    ...(begun.length > 0 ? [`Damit beginnt: ${begun.join(', ')}.`] : []),
    ...(turns.length > 0 ? [`Jetzt an der Reihe: ${turns.join(', ')}.`] : []),
  ]
  return {
    summary: `${title}: ${lead}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: sentences.join(' ') },
      ...(followed.length > 0
        ? [{ kind: 'rows', title: 'Das hat sich mitbewegt', rows: followed } satisfies Block]
        : []),
      ...conflictBlocks(preview, around),
      ...(actions.length > 0 ? [{ kind: 'actions', actions } satisfies Block] : []),
      { kind: 'note', text: note },
    ],
  }
}

function same(one: StepOfProcess, other: StepOfProcess): boolean {
  return one.process.instance.id === other.process.instance.id && one.step.id === other.step.id
}
