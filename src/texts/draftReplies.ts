import type { Temporal } from 'temporal-polyfill'
import { draftNumber } from '../domain/mail/outgoing/draftNumber.ts'
import type { Action, Block, Reply } from '../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from './listPages.ts'
import { span } from './span.ts'
import { ownStandNote } from './standNote.ts'

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
  /** Why it could not leave as things are; names nobody. null: it could. */
  warning: string | null
  /** The way to where all of it may be read; [] when that is here, or there is none. */
  elsewhere?: Action[]
}

/** The draft with the question whether it is to leave. */
export function draftReply(draft: DraftShown, lead: string): Reply {
  const number = draftNumber(draft.id)
  const blocks: Block[] = [{ kind: 'heading', text: `Entwurf ${number} zu ${draft.ticket}` }]
  blocks.push({ kind: 'text', text: lead })
  if (draft.warning) blocks.push({ kind: 'text', text: draft.warning })
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
  blocks.push({ kind: 'actions', actions: [...draftActions(draft.id), ...(draft.elsewhere ?? [])] })
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
  return bytes < 1024 ? `${bytes} Byte` : `${Math.ceil(bytes / 1024)} kB`
}

/** Sentences above a draft. */
export const draftLeads = {
  prepared: 'Noch ist nichts verschickt. Bitte prüfen Sie die Antwort und bestätigen Sie sie.',
  open: 'Dieser Entwurf wartet auf Ihre Entscheidung. Verschickt ist noch nichts.',
  somethingNew:
    'Seit dem Entwurf ist zu diesem Vorgang etwas Neues gekommen. Bitte sehen Sie es zuerst an. Passt die Antwort noch, bestätigen Sie sie noch einmal; sie geht an den Empfänger von vorher.',
} as const

/** Why an answer may be written, but not sent. */
export const noMailServer =
  'Es ist kein Mailserver eingestellt (KLA_SMTP_HOST); die Antwort kann nicht hinausgehen. Der Entwurf bleibt.'

/** In a Vorgang: answers of people that were confirmed and have not left. */
export function answersWaiting(
  letters: readonly { id: number; state: keyof typeof waitingWords }[],
): Block[] {
  if (letters.length === 0) return []
  const facts = letters.map(({ id, state }) => ({
    label: 'Antwort',
    value: `A-${id}: ${waitingWords[state]}`,
  }))
  return [{ kind: 'facts', facts }]
}

const waitingWords = {
  ready: 'wartet auf den Versand',
  claimed: 'wird gerade verschickt',
  'handing-over': 'wird gerade verschickt',
  held: 'zurückgehalten; die Administration entscheidet (kla outbox)',
  uncertain: 'ungewiss, ob sie ankam; die Administration sieht nach (kla outbox)',
  refused: 'vom Mailserver abgelehnt; die Administration sieht nach (kla outbox)',
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

/** The drafts that wait; nothing of their letters. `author` null: no function is known for who wrote it. */
export function draftListReply(
  drafts: readonly { id: number; ticket: string; author: string | null; since: Temporal.Instant }[],
  now: Temporal.Instant,
  paging: Paging,
): Reply {
  if (drafts.length === 0) return draftSentence('Kein Entwurf wartet.')
  const summary = drafts.length === 1 ? 'Ein Entwurf wartet' : `${drafts.length} Entwürfe warten`
  const blocks: Block[] = [
    { kind: 'heading', text: summary },
    {
      kind: 'rows',
      title: '',
      rows: onPage(drafts, paging).map(({ id, ticket, author, since }) => ({
        sign: 'planned',
        state: draftNumber(id),
        text: `zu ${ticket}`,
        detail: `seit ${span(since, now)}`,
        ...(author ? { remark: `vorbereitet von ${author}` } : {}),
      })),
    },
  ]
  blocks.push(...pageBlocks([{ total: drafts.length }], paging))
  const actions = onPage(drafts, paging)
    .slice(0, 3)
    .map(({ id }) => ({ label: `${draftNumber(id)} ansehen`, command: `entwurf zeigen ${draftNumber(id)}` }))
  return {
    summary,
    blocks: [...blocks, { kind: 'actions', actions }, ownStandNote(now)],
    audience: 'asker',
  }
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

/** Of a draft that somebody wants to drop. */
export const notDroppedWords = {
  sent: 'ist schon verschickt oder auf dem Weg und lässt sich nicht mehr verwerfen.',
  discarded: 'ist schon verworfen.',
} as const

export const settledWords = {
  sent: 'ist schon verschickt oder auf dem Weg. Ein zweites Mal geht er nicht hinaus.',
  discarded: 'ist verworfen. Zum Antworten bitte neu schreiben.',
} as const

/** Where a Vorgang may be named but nothing of it told, nothing is written into it either. */
export function onlyInTheHouse(number: string, actions: Action[] = []): Reply {
  return draftSentence(
    `Zu ${number} schreiben Sie bitte nur im eigenen Haus, zum Beispiel auf der Web-Seite. Was Sie hier dazu geschrieben haben, löschen Sie bitte.`,
    actions,
  )
}

/** A question from a chat has no letter that a letter could answer. */
export function answeredInThread(number: string): Reply {
  return draftSentence(`${number} kam aus dem Chat: Bitte antworten Sie dort im Thread der Frage.`, [
    { label: 'Vorgang zeigen', command: `vorgang zeige ${number}` },
  ])
}
