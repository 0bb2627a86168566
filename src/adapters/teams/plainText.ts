import type { TeamsActivity } from './activity.ts'

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * What the person typed: the mention of the bot dropped, other people by their names, markup and entities as text. `<at>` also
 * comes with attributes, and with a name of several words in pieces (learn.microsoft.com, "Work with mentions").
 */
export function plainText({ text, entities: named, recipient }: TeamsActivity): string {
  const ours = (named ?? []).filter(each => each.type === 'mention' && each.mentioned?.id === recipient.id)
  let rest = text ?? ''
  // Names may hold characters that mean something to a pattern, so they are looked for as text.
  for (const { text: mention } of ours) if (mention) rest = rest.replaceAll(mention, ' ')
  const own = new Set(ours.map(each => oneSpace(each.mentioned?.name ?? recipient.name ?? '')))
  return withoutMarkup(
    // A mention holds no other one; so a text of nothing but open ones is read once, not once for each.
    rest.replace(/<at\b[^<>]*>((?:(?!<\/?at\b).)*)<\/at>/gis, (_all, name: string) =>
      own.has(oneSpace(withoutMarkup(name))) ? ' ' : name,
    ),
  )
}

/** HTML of a message as lines of text. */
export function withoutMarkup(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, word) => {
      if (word) return entities[String(word).toLowerCase()] ?? all
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
