import { slackLimits } from './slackLimits.ts'

/** From where a modal was opened, and what it completes. Travels in the modal itself: Slack gives it back to us alone. */
export interface Origin {
  /** What is typed or sent, "vorgang abgeben KA-2024-0017"; "" where there is nothing to complete. */
  command: string
  channel: string
  thread: string | null
  /** The post with the button; null where it has no address. */
  message: string | null
  /** post: a message that all see · alone: one that only the person sees · home: our own page. */
  from: 'post' | 'alone' | 'home'
}

/** As a modal carries it; null when Slack would not take so much. */
export function packed(origin: Origin): string | null {
  const text = JSON.stringify(origin)
  return text.length <= slackLimits.privateMetadata ? text : null
}

/** What `packed` wrote; null for anything else, such as a modal of an earlier version. */
export function unpacked(text: string | undefined): Origin | null {
  try {
    const { command, channel, thread, message, from } = JSON.parse(text ?? '') as Record<string, unknown>
    if (typeof command !== 'string' || typeof channel !== 'string') return null
    if (from !== 'post' && from !== 'alone' && from !== 'home') return null
    return { command, channel, thread: wordOrNull(thread), message: wordOrNull(message), from }
  } catch {
    return null
  }
}

function wordOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
