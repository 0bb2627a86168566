import { draftNumber } from '../domain/mail/outgoing/draftNumber.ts'
import type { Action, Block, Reply } from '../reply/reply.ts'

/** A draft as it is shown before anything is sent. */
export interface DraftShown {
  id: number
  /** Number of its Vorgang. */
  ticket: string
  /** Everything; null where the letter may not be shown (a channel, a cloud). */
  letter: {
    to: string
    subject: string
    body: string
    files: readonly { name: string; size: number }[]
  } | null
  /** Day and time of the letter that is answered, "Mo 22.04.2024, 08:41 Uhr". */
  answered: string | null
  /** Sentences that must be read first: a blocked address, another address for answers. May name addresses. */
  notes: readonly string[]
}

/** The draft with the question whether it is to leave. */
export function draftReply(draft: DraftShown, lead: string): Reply {
  const number = draftNumber(draft.id)
  const blocks: Block[] = [{ kind: 'heading', text: `Entwurf ${number} zu ${draft.ticket}` }]
  blocks.push({ kind: 'text', text: lead })
  if (draft.letter) {
    const files = draft.letter.files.map(({ name, size }) => `${name} (${kilobytes(size)})`).join(', ')
    blocks.push({
      kind: 'facts',
      facts: [
        { label: 'An', value: draft.letter.to },
        { label: 'Betreff', value: draft.letter.subject },
        ...(files ? [{ label: 'Anlagen', value: files }] : []),
      ],
    })
    blocks.push({ kind: 'text', text: draft.letter.body.trim() })
    for (const text of draft.notes) blocks.push({ kind: 'text', text })
  } else {
    const letter = draft.answered ? `des Briefs vom ${draft.answered}` : 'des neuesten Briefs'
    blocks.push({
      kind: 'text',
      text: `Die Antwort geht an die Adresse ${letter}. Adresse, Betreff und Text stehen hier nicht; auf der Web-Seite im eigenen Haus zeigt sie: entwurf zeigen ${number}`,
    })
    if (draft.notes.length > 0)
      blocks.push({
        kind: 'text',
        text: 'Zum Empfänger gibt es einen Hinweis, der hier nicht stehen darf. Bitte sehen Sie den Entwurf vor dem Senden dort an.',
      })
  }
  blocks.push({ kind: 'actions', actions: draftActions(draft.id) })
  return { summary: `Entwurf ${number} zu ${draft.ticket}`, blocks, audience: 'asker' }
}

function draftActions(id: number): Action[] {
  const number = draftNumber(id)
  return [
    { label: 'Senden', command: `entwurf senden ${number}` },
    { label: 'Verwerfen', command: `entwurf verwerfen ${number}` },
  ]
}

function kilobytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} Byte` : `${Math.ceil(bytes / 1024)} KB`
}

/** Sentences above a draft. */
export const draftLeads = {
  prepared: 'Noch ist nichts verschickt. Bitte prüfen Sie die Antwort und bestätigen Sie sie.',
  open: 'Dieser Entwurf wartet auf Ihre Entscheidung. Verschickt ist noch nichts.',
  somethingNew:
    'Seit dem Entwurf ist zu diesem Vorgang etwas Neues gekommen. Bitte sehen Sie es zuerst an. Passt die Antwort noch, bestätigen Sie sie noch einmal; sie geht an den Empfänger von vorher.',
} as const

/** In a Vorgang: the drafts that wait, each with the way to it. */
export function draftsWaiting(ids: readonly number[]): Block[] {
  if (ids.length === 0) return []
  const numbers = ids.map(draftNumber)
  return [
    { kind: 'facts', facts: [{ label: 'Entwurf', value: `${numbers.join(', ')} (noch nicht verschickt)` }] },
    {
      kind: 'actions',
      actions: numbers
        .slice(0, 5)
        .map(number => ({ label: `${number} ansehen`, command: `entwurf zeigen ${number}` })),
    },
  ]
}

/** A sentence about a draft, for the asker alone. */
export function draftSentence(text: string, actions: Action[] = []): Reply {
  const blocks: Block[] = [{ kind: 'text', text }]
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  return { summary: text, blocks, audience: 'asker' }
}

/** The same for what does not exist and for what must seem not to. */
export function noSuchDraft(number: string): Reply {
  return draftSentence(
    `Einen Entwurf ${number} gibt es nicht, oder er darf hier nicht gezeigt werden. Bitte prüfen Sie die Nummer.`,
  )
}

export function noDraftNumber(): Reply {
  return draftSentence(
    'Das ist keine Nummer eines Entwurfs. Bitte schreiben Sie zum Beispiel: entwurf senden E-5',
  )
}

export const settledWords = {
  sent: 'ist schon verschickt oder auf dem Weg. Ein zweites Mal geht er nicht hinaus.',
  discarded: 'ist verworfen. Zum Antworten bitte neu schreiben.',
} as const

/** Where a Vorgang may be named but nothing of it told, nothing is written into it either. */
export function onlyInTheHouse(number: string): Reply {
  return draftSentence(
    `Zu ${number} schreiben Sie bitte nur im eigenen Haus, zum Beispiel auf der Web-Seite. Was Sie hier dazu geschrieben haben, löschen Sie bitte.`,
  )
}
