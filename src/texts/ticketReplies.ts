import type { Block, Reply, Row } from '../reply/reply.ts'

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
  actions: { label: string; command: string }[],
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
export function matchBlocks(matches: readonly { number: string; reason: string }[]): Block[] {
  return matches.map(({ number, reason }) => ({
    kind: 'text',
    text: `Gehört vielleicht zu ${number}: ${reason.replace(/\.?$/, '.')}`,
  }))
}

/** `what` names the filter, e.g. "Offene Vorgänge · Schule · Elmshorn"; `total` may be more than the rows shown. */
export function ticketListReply(
  what: string,
  total: number,
  rows: Row[],
  actions: { label: string; command: string }[],
): Reply {
  const summary = total === 0 ? `${what}: keine` : `${what}: ${total}`
  const blocks: Block[] = [{ kind: 'heading', text: summary }]
  if (total === 0) blocks.push({ kind: 'text', text: 'Dazu gibt es keinen Vorgang.' })
  else blocks.push({ kind: 'rows', title: '', rows })
  if (total > rows.length)
    blocks.push({
      kind: 'note',
      text: `… und ${total - rows.length} weitere. Bitte engen Sie die Liste ein, z. B. mit Ort oder Typ.`,
    })
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  return { summary, blocks, audience: 'everyone' }
}

/** Seen, but not readable for this person: closing and re-opening is for those who may read it. */
export function onlyReadersSettle(number: string): Reply {
  const text = `Das darf nur, wer ${number} auch lesen darf. Sie können den Vorgang zuweisen.`
  return { summary: text, audience: 'asker', blocks: [{ kind: 'text', text }] }
}
