import type { Temporal } from 'temporal-polyfill'
import { germanTime } from '../domain/time/day.ts'
import type { Reply } from '../reply/reply.ts'

/** The mailbox cannot be reached. `reason` is one German sentence or half-sentence without secrets. */
export function mailboxFaultNews(reason: string, at: Temporal.Instant): Reply {
  const text = `Das Postfach ist seit ${germanTime(at)} Uhr nicht erreichbar`
  return {
    summary: text,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text },
      { kind: 'text', text: reason },
      {
        kind: 'text',
        text: 'Briefe gehen nicht verloren; sobald die Anmeldung wieder gelingt, werden sie abgeholt. Bitte Zugang prüfen: kla doctor.',
      },
    ],
  }
}

export function mailboxBackNews(): Reply {
  const text = 'Das Postfach ist wieder erreichbar. Alle Briefe sind abgeholt.'
  return { summary: text, audience: 'everyone', blocks: [{ kind: 'text', text }] }
}
