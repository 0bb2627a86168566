import type { Reply } from '../reply/reply.ts'
import { type LetterPart, letterHtml, letterText } from './letters/letterText.ts'

const news = (text: string, more: string, actions: { label: string; command: string }[] = []): Reply => ({
  summary: text,
  audience: 'everyone',
  blocks: [
    { kind: 'heading', text },
    { kind: 'text', text: more },
    ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
  ],
})

/** The gate stopped a letter; said once an hour. Without number, address and subject, which the channel may not know. */
export function heldNews(reason: string): Reply {
  return news(
    'Briefe werden zurückgehalten',
    `${reason} Sie sind nicht verloren: Die Administration gibt sie frei oder verwirft sie (kla outbox). Weitere dieser Stunde werden hier nicht einzeln gemeldet.`,
  )
}

const whatHappened = {
  held: 'wurde zurückgehalten',
  refused: 'wurde nicht angenommen',
  uncertain: 'ist vielleicht nicht angekommen',
} as const

const whatToDo = {
  held: 'Die Administration gibt sie frei oder verwirft sie (kla outbox).',
  refused: 'Bitte prüfen Sie die Adresse oder wählen Sie einen anderen Weg, zum Beispiel das Telefon.',
  uncertain:
    'Ob der Mailserver sie hat, ist ungewiss; sie wird nicht von selbst noch einmal verschickt. Die Administration sieht nach und entscheidet (kla outbox).',
} as const

/**
 * A person's answer did not leave as it should. `number` null: the channel may not know of the Vorgang. The server's own
 * words are not repeated: they may name somebody.
 */
export function answerFailedNews(number: string | null, state: keyof typeof whatHappened): Reply {
  return news(
    `Eine Antwort${number ? ` zu ${number}` : ''} ${whatHappened[state]}`,
    whatToDo[state],
    number ? [{ label: 'Anzeigen', command: `vorgang zeige ${number}` }] : [],
  )
}

/**
 * To a place of the house that would get too many hints: one letter in place of them. Single ones are not sent for the
 * moment, so it says how all can be seen.
 */
export function stormLetter(urgent: boolean): { subject: string; text: string; html: string } {
  const subject = urgent
    ? 'Sehr viele Hinweise: bitte sofort alle neuen Vorgänge öffnen'
    : 'Sehr viele Hinweise: einzelne werden zurückgehalten'
  const parts: LetterPart[] = [
    [
      urgent
        ? 'Es kommen gerade ungewöhnlich viele Briefe an, die sofort gesehen werden müssen. Bitte öffnen Sie alle neuen Vorgänge.'
        : 'Es gehen gerade ungewöhnlich viele Hinweise an diese Adresse.',
    ],
    [
      'Einzelne Hinweise werden vorerst zurückgehalten. Diese Nachricht wiederholt sich alle zehn Minuten, solange es so bleibt.',
    ],
    ['Die Administration sieht die zurückgehaltenen Hinweise mit: kla outbox'],
    ['Diese Nachricht wurde automatisch erstellt.'],
  ]
  return { subject, text: letterText(parts), html: letterHtml(subject, parts) }
}
