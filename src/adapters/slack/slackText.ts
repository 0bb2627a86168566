import { printable } from '../../reply/plainLines.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Text for a mrkdwn object: `&`, `<` and `>` as entities, so that no `<!channel>`, `<@U…>` or link can come out of a
 * letter or a name (docs.slack.dev, "Formatting text": escaping). At most `limit` characters, cut with "…" and
 * never inside an entity.
 */
export function mrkdwn(text: string, limit: number): string {
  const whole = escaped(text)
  if (whole.length <= limit) return whole
  let kept = ''
  for (const char of printable(text)) {
    const next = entities[char] ?? char
    if (kept.length + next.length > limit - 1) break
    kept += next
  }
  return `${kept}…`
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>]/g, char => entities[char]!)
}

/** Length that a text has as mrkdwn. */
export function mrkdwnLength(text: string): number {
  return escaped(text).length
}

/**
 * Text for a plain_text object, on one line. Slack shows angle brackets there as they are, but clients have differed;
 * their look-alikes can never be markup.
 */
export function plain(text: string, limit: number): string {
  const line = printable(text).replace(/\s+/g, ' ').trim().replaceAll('<', '‹').replaceAll('>', '›')
  if (line.length <= limit) return line || ' '
  let kept = ''
  for (const char of line) {
    if (kept.length + char.length > limit - 1) break
    kept += char
  }
  return `${kept}…`
}
