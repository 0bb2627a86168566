import type { Reply } from '../reply/reply.ts'

/** The mailbox cannot be reached. `sentence` is German, whole, without secrets, and says that nothing is lost. */
export function mailboxFaultNews(sentence: string): Reply {
  return {
    summary: 'Das Postfach ist gestört',
    audience: 'everyone',
    blocks: [{ kind: 'text', text: sentence }],
  }
}

export function mailboxBackNews(): Reply {
  const text = 'Das Postfach ist wieder erreichbar. Alle Briefe sind abgeholt.'
  return { summary: text, audience: 'everyone', blocks: [{ kind: 'text', text }] }
}
