/** Ids of people whom a Slack text mentions, in order of appearance, e.g. ["U012AB"]. */
export function mentionedPeople(slackText: string): string[] {
  return [...new Set([...slackText.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(match => match[1]!))]
}

/**
 * What the person typed, without Slack's markup: mention of the bot dropped, links and channels as shown, entities
 * decoded, bold and code marks taken away. `nameOf` says how a mentioned person is called; null keeps Slack's own label.
 * Source: docs.slack.dev, "Formatting text for app surfaces" (escaping, links, mentions).
 */
export function plainText(
  slackText: string,
  botUserId: string | null,
  nameOf: (userId: string) => string | null = () => null,
): string {
  const withoutLinks = slackText.replace(
    /<([^<>|]+)(?:\|([^<>]*))?>/g,
    (_all, target: string, label?: string) => shown(target, label, botUserId, nameOf),
  )
  return withoutEmphasis(withoutLinks)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}

function shown(
  target: string,
  label: string | undefined,
  botUserId: string | null,
  nameOf: (userId: string) => string | null,
): string {
  if (target.startsWith('@')) {
    const id = target.slice(1)
    if (id === botUserId) return ' '
    return nameOf(id) ?? `@${label || id}`
  }
  if (target.startsWith('#')) return `#${label || target.slice(1)}`
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`
  return label || target.replace(/^mailto:/, '')
}

/** Only marks that wrap whole words go; "KA_17" and "3 * 4" stay. Marks that are not closed soon are none: looking for them to the end would take for ever. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/`+([^`]*)`+/g, '$1')
    .replace(/(^|[\s("„])([*_~])(\S(?:[^\n]{0,400}?\S)?)\2(?=$|[\s).,;:!?“"])/gm, '$1$3')
}
