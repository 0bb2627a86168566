import type { Temporal } from 'temporal-polyfill'
import type { Block, Reply } from '../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from './listPages.ts'
import { span } from './span.ts'
import { ownStandNote } from './standNote.ts'

/** What a channel may know of a mail in quarantine: nothing of its sender, subject or content. */
export interface QuarantineShown {
  id: number
  /** German sentence of ours. */
  reason: string
  bytes: number
  since: Temporal.Instant
  /** false: only its headers are here. */
  whole: boolean
}

/** "12 kB", "61 MB"; rounded up, so that only nothing is "0 kB". */
export function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} kB` : `${Math.ceil(bytes / 1_048_576)} MB`
}

export function quarantineListReply(
  mails: readonly QuarantineShown[],
  now: Temporal.Instant,
  paging: Paging,
): Reply {
  const summary =
    mails.length === 0
      ? 'Die Quarantäne ist leer.'
      : `Quarantäne: ${mails.length === 1 ? 'ein Brief' : `${mails.length} Briefe`}`
  const blocks: Block[] = [{ kind: 'heading', text: summary }]
  if (mails.length === 0) blocks.push({ kind: 'text', text: 'Jeder Brief konnte bearbeitet werden.' })
  else
    blocks.push(
      {
        kind: 'rows',
        title: '',
        rows: onPage(mails, paging).map(mail => ({
          sign: 'question',
          state: `Q-${mail.id}`,
          text: mail.reason,
          detail: `seit ${span(mail.since, now)} · ${size(mail.bytes)}`,
        })),
      },
      {
        kind: 'note',
        text: 'Nichts davon ist verloren. Noch einmal bearbeiten: quarantäne wiederholen alle',
      },
    )
  blocks.push(...pageBlocks([{ total: mails.length }], paging), ownStandNote(now))
  return { summary, blocks, audience: 'everyone' }
}

export function quarantineReply(mail: QuarantineShown, now: Temporal.Instant): Reply {
  const text = `Q-${mail.id}: ${mail.reason}`
  return {
    summary: text,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Brief Q-${mail.id} in der Quarantäne` },
      {
        kind: 'facts',
        facts: [
          { label: 'Grund', value: mail.reason },
          { label: 'Liegt seit', value: span(mail.since, now) },
          { label: 'Größe', value: size(mail.bytes) },
          { label: 'Hier', value: mail.whole ? 'vollständig' : 'nur der Kopf; der Brief liegt im Postfach' },
        ],
      },
      mail.whole
        ? {
            kind: 'actions',
            actions: [{ label: 'Noch einmal bearbeiten', command: `quarantäne wiederholen ${mail.id}` }],
          }
        : { kind: 'text', text: headersOnlyWords },
    ],
  }
}

/** A mail of which only the headers are here can be replayed at the command line alone. */
export const headersOnlyWords =
  'Von diesem Brief ist nur der Kopf gespeichert. Die Administration kann ihn ganz holen: die Grenze KLA_MAX_MAIL_MB anheben, dann kla quarantine mit seiner Nummer.'

export function replayedReply(released: number[], headersOnly: number[], absent: number[]): Reply {
  const sentences = [
    released.length > 0 &&
      `${names(released)} ${released.length === 1 ? 'wird' : 'werden'} noch einmal bearbeitet. Was wieder misslingt, liegt danach mit dem neuen Grund in der Quarantäne.`,
    headersOnly.length > 0 && `${names(headersOnly)}: ${headersOnlyWords}`,
    absent.length > 0 &&
      `${names(absent)} ${absent.length === 1 ? 'liegt' : 'liegen'} nicht in der Quarantäne.`,
  ].filter(each => each !== false)
  const text = sentences.length > 0 ? sentences.join(' ') : 'Die Quarantäne ist leer.'
  return {
    summary: text,
    audience: released.length > 0 ? 'everyone' : 'asker',
    blocks: [{ kind: 'text', text }],
  }
}

/** What was typed is no number of the quarantine. */
export function noQuarantineNumber(): Reply {
  const text = 'Bitte nennen Sie eine Nummer aus der Liste, zum Beispiel: quarantäne zeige 5'
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      { kind: 'actions', actions: [{ label: 'Liste', command: 'quarantäne' }] },
    ],
  }
}

/** "Q-5", "Q-5, Q-6"; many are counted. */
function names(ids: number[]): string {
  return ids.length > 10 ? `${ids.length} Briefe` : ids.map(id => `Q-${id}`).join(', ')
}
