import type { Sight } from '../../domain/ticket/visibility.ts'
import type { Block, Reply } from '../../reply/reply.ts'
import { undeliveredNotice } from '../ticketNews.ts'

/** What is told of a letter that did not arrive. */
export interface UndeliveredLetter {
  number: string
  /** Function that has the Vorgang; null: nobody yet. */
  owner: string | null
  /** German sentence about the reason, without an address. */
  words: string
  /** A person wrote it and relies on it. */
  important: boolean
  /** No automatic letter goes to the address any more. */
  blocked: boolean
  /** false: a report about another address; a person decides what it means. */
  sure: boolean
}

/**
 * News for the thread of the announcement, without a name or an address. Of a Vorgang that a channel may not know of only that
 * there is something to look at, and only if a person relies on the letter; else null.
 */
export function undeliveredNews(letter: UndeliveredLetter, sight: Sight): Reply | null {
  if (sight === 'nothing') return letter.important ? undeliveredNotice() : null
  const what = letter.important ? 'Unsere Antwort' : 'Unser Brief'
  const text = `${letter.important ? 'Wichtig: ' : ''}${what} zum Vorgang ${letter.number} kam ${letter.sure ? '' : 'vielleicht '}nicht an`
  const lines = [letter.words, `Zuständig: ${letter.owner ?? 'noch niemand'}`]
  if (letter.important)
    lines.push(
      letter.sure
        ? 'Bitte auf einem anderen Weg Bescheid geben.'
        : 'Bitte nachfragen, ob sie angekommen ist.',
    )
  if (letter.blocked)
    lines.push(
      'An diese Adresse geht nichts Automatisches mehr, bis die Administration es freigibt (kla outbox).',
    )
  const blocks: Block[] = [
    { kind: 'heading', text },
    { kind: 'text', text: lines.join('\n') },
    { kind: 'actions', actions: [{ label: 'Anzeigen', command: `vorgang zeige ${letter.number}` }] },
  ]
  return { summary: text, audience: 'everyone', blocks }
}
