import type { Temporal } from 'temporal-polyfill'
import { feedNumber } from '../domain/feed/feedAddress.ts'
import { dayOf, germanDay } from '../domain/time/day.ts'
import type { Block, Reply } from '../reply/reply.ts'
import { ownStandNote } from './standNote.ts'

/** An address as a list shows it: never the address itself, of which only a hash is kept. */
export interface FeedShown {
  id: number
  /** "Region 1, Vergabestelle". */
  label: string
  /** Function of who made it. */
  createdBy: string
  createdAt: Temporal.Instant
}

export function feedListReply(feeds: readonly FeedShown[], now: Temporal.Instant): Reply {
  const summary =
    feeds.length === 0 ? 'Es gibt keine Kalender-Adresse.' : `Kalender-Adressen: ${feeds.length}`
  const blocks: Block[] = [{ kind: 'heading', text: summary }]
  if (feeds.length > 0)
    blocks.push({
      kind: 'rows',
      title: '',
      rows: feeds.map(({ id, label, createdBy, createdAt }) => ({
        sign: 'none',
        state: feedNumber(id),
        text: label,
        detail: `angelegt ${germanDay(dayOf(createdAt))} · ${createdBy}`,
      })),
    })
  blocks.push({
    kind: 'note',
    text: 'Neue Adresse: kalender neu, auch mit Ort und mit rolle:… Eine Adresse sperren: kalender widerrufen KAL-1. Eine Adresse wird nur beim Anlegen gezeigt.',
  })
  blocks.push(ownStandNote(now))
  return { summary, blocks, audience: 'everyone' }
}

/** The one moment in which the address is shown. */
export function newFeedReply(made: {
  id: number
  label: string
  address: string
  thisMachineOnly: boolean
  now: Temporal.Instant
}): Reply {
  const number = feedNumber(made.id)
  const blocks: Block[] = [
    { kind: 'heading', text: `Kalender-Adresse ${number}: ${made.label}` },
    { kind: 'text', text: made.address },
    {
      kind: 'text',
      text: 'Bitte jetzt im Kalenderprogramm als Abonnement eintragen; sie wird nicht noch einmal gezeigt. Wer die Adresse kennt, sieht die Termine: Geben Sie sie nicht weiter.',
    },
  ]
  if (made.thisMachineOnly)
    blocks.push({
      kind: 'text',
      text: 'Diese Adresse erreicht nur der Rechner, auf dem das Programm läuft. Für andere muss die Administration KLA_KALENDER_URL einrichten.',
    })
  blocks.push({ kind: 'note', text: `Sperren: kalender widerrufen ${number}` }, ownStandNote(made.now))
  return { summary: `Kalender-Adresse ${number} ist angelegt`, blocks, audience: 'asker' }
}

export function onlyDirectly(): Reply {
  return sentence(
    'Eine Kalender-Adresse ist geheim und wird nie in einem Kanal gezeigt. Bitte schreiben Sie mir direkt: kalender neu',
  )
}

export function revokedReply(id: number, now: Temporal.Instant): Reply {
  const reply = sentence(`Die Kalender-Adresse ${feedNumber(id)} gilt nicht mehr.`)
  return { ...reply, blocks: [...reply.blocks, ownStandNote(now)] }
}

export function noSuchFeed(number: string): Reply {
  return sentence(`Eine offene Kalender-Adresse ${number} gibt es nicht. Alle zeigt: kalender`)
}

export function noFeedNumber(): Reply {
  return sentence('Bitte die Nummer der Adresse angeben, zum Beispiel KAL-3. Alle zeigt: kalender')
}

/** `nearest`: names that look alike, best first; may be empty. */
export function noSuchRole(typed: string, nearest: readonly string[], known: readonly string[]): Reply {
  const hint =
    nearest.length > 0
      ? `Meinten Sie ${nearest.map(name => `„${name}“`).join(' oder ')}?`
      : `Bekannt sind: ${known.join(', ')}.`
  return sentence(`„${typed}“ ist keine Rolle dieses Programms. ${hint}`)
}

export function noRegionForFeed(place: string): Reply {
  return sentence(
    `Für ${place} ist noch keine Region festgelegt. Ohne Ort zeigt der Kalender das ganze Programm: kalender neu`,
  )
}

function sentence(text: string): Reply {
  return { summary: text, blocks: [{ kind: 'text', text }], audience: 'asker' }
}
