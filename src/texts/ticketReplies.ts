import type { Temporal } from 'temporal-polyfill'
import type { Action, Block, Reply, Row } from '../reply/reply.ts'
import { type Paging, pageBlocks, totalWords } from './listPages.ts'
import { ownStandNote } from './standNote.ts'

/** The same sentence, true in both cases, for what does not exist and for what must seem not to. */
export function noSuchTicket(number: string): Reply {
  const text = `Einen Vorgang ${number} gibt es nicht, oder er darf hier nicht gezeigt werden.`
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text: `${text} Bitte prüfen Sie die Nummer.` },
      { kind: 'actions', actions: [{ label: 'Offene Vorgänge', command: 'vorgang liste' }] },
    ],
  }
}

/** `lead` is the sentence above the facts, e.g. "Zugewiesen an Koordination Jugendamt." or null. */
export function ticketReply(
  title: string,
  lead: string | null,
  facts: { label: string; value: string }[],
  actions: Action[],
  more: Block[] = [],
): Reply {
  const blocks: Block[] = [{ kind: 'heading', text: title }]
  if (lead) blocks.push({ kind: 'text', text: lead })
  if (facts.length > 0) blocks.push({ kind: 'facts', facts })
  blocks.push(...more)
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  return { summary: lead ? `${title}: ${lead}` : title, blocks, audience: 'everyone' }
}

/** "Gehört vielleicht zu KA-2024-0003: Die Vorgangsnummer steht im Betreff." A person decides. */
export function matchText({ number, reason }: { number: string; reason: string }): string {
  return `Gehört vielleicht zu ${number}: ${reason.replace(/\.?$/, '.')}`
}

/** How a person decides it. */
export function matchActions(number: string, other: string): { label: string; command: string }[] {
  return [
    { label: 'Zuordnen', command: `vorgang zuordnen ${number} zu ${other}` },
    { label: 'Gehört nicht dazu', command: `vorgang trennen ${number} von ${other}` },
  ]
}

export function matchBlocks(matches: readonly { number: string; reason: string }[]): Block[] {
  return matches.map(match => ({ kind: 'text', text: matchText(match) }))
}

/** Numbers of the Vorgänge that this one goes on in and that go on in it, and of those that people linked with it. */
export function linkFacts(
  goesOnIn: string | null,
  before: readonly string[],
  linked: readonly string[] = [],
): { label: string; value: string }[] {
  return [
    ...(linked.length > 0 ? [{ label: 'Verknüpft mit', value: linked.join(', ') }] : []),
    ...(goesOnIn ? [{ label: 'Geht weiter in', value: goesOnIn }] : []),
    ...(before.length > 0 ? [{ label: 'Führt weiter', value: before.join(', ') }] : []),
  ]
}

/** `what` names the filter, e.g. "Offene Vorgänge · Schule · Elmshorn"; `of.total` may be more than the rows shown. */
export function ticketListReply(
  what: string,
  rows: Row[],
  actions: { label: string; command: string }[],
  of: { total: number; most: number; paging: Paging; now: Temporal.Instant },
): Reply {
  const { total, most, paging } = of
  const summary = `${what}: ${total === 0 ? 'keine' : totalWords(total)}`
  const blocks: Block[] = [{ kind: 'heading', text: summary }]
  if (total === 0) blocks.push({ kind: 'text', text: 'Dazu gibt es keinen Vorgang.' })
  else blocks.push({ kind: 'rows', title: '', rows })
  blocks.push(...pageBlocks([{ total, most }], paging))
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  blocks.push(ownStandNote(of.now))
  return { summary, blocks, audience: 'everyone' }
}

/** Seen, but not readable for this person: closing and re-opening is for those who may read it. */
export function onlyReadersSettle(number: string): Reply {
  const text = `Das darf nur, wer ${number} auch lesen darf. Sie können den Vorgang zuweisen.`
  return { summary: text, audience: 'asker', blocks: [{ kind: 'text', text }] }
}

/** Why two Vorgänge were not put together; each one sentence that says what to do. */
export const notJoined = {
  same: (number: string) => `${number} gehört schon dazu; es ist nichts zu tun.`,
  moved: (number: string, goesOnIn: string) =>
    `${number} geht weiter in ${goesOnIn}; bitte nennen Sie diese Nummer.`,
  movedElsewhere: (number: string) => `${number} geht schon in einem anderen Vorgang weiter.`,
  otherReaders: (number: string, other: string) =>
    `${number} und ${other} bleiben getrennt, weil verschiedene Stellen sie lesen dürfen.`,
  noMatch: 'Zwischen beiden steht kein Hinweis; es ist nichts zu trennen.',
  one: 'Das ist derselbe Vorgang.',
  goesOn: (number: string, into: string) => `${number} gehört zu ${into}; dort geht es weiter.`,
  goesOnElsewhere: 'Der Vorgang ist mit einem anderen zusammengeführt; dort geht es weiter.',
}

/** Asks before two Vorgänge are put together that nobody has connected yet; nothing was changed. For the asker alone. */
export function joinQuestion(number: string, other: string): Reply {
  const text = `${number} und ${other} haben keinen Hinweis aufeinander. Zusammenführen lässt sich nur zehn Minuten lang zurücknehmen. Wirklich?`
  const command = `vorgang zuordnen ${number} zu ${other} wirklich`
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      { kind: 'note', text: `Ja: ${command}` },
      {
        kind: 'actions',
        actions: [
          { label: 'Zusammenführen', command },
          { label: 'Nein', command: `vorgang zeige ${number}` },
        ],
      },
    ],
  }
}

/** The same where one of the two may not be named beside the other. */
export function joinQuestionUnnamed(): Reply {
  const text =
    'Zusammenführen lässt sich nur zehn Minuten lang zurücknehmen. Wirklich? Dann schreiben Sie den Befehl bitte noch einmal mit „wirklich“ dahinter.'
  return { summary: text, audience: 'asker', blocks: [{ kind: 'text', text }] }
}

/** Seen, but not readable for this person: letters and notes are written by those who know what they are about. */
export function onlyReadersAnswer(number: string): Reply {
  const text = `Dazu schreiben darf nur, wer ${number} auch lesen darf. Sie können den Vorgang zuweisen.`
  return { summary: text, audience: 'asker', blocks: [{ kind: 'text', text }] }
}
