import type { Action, Reply } from '../../reply/reply.ts'

/**
 * A name that the programme does not know. `what`: "Eine Schule", "Ein Gremium"; `near` offers what was probably meant; `known`
 * are all there are, said when nothing is near.
 */
export function unknownSubject(
  what: string,
  typed: string,
  near: readonly Action[],
  known: readonly string[],
): Reply {
  const name = typed.length > 80 ? `${typed.slice(0, 79)}…` : typed
  const labels = near.map(each => each.label)
  const meant =
    labels.length > 0
      ? `Meinten Sie ${labels.length < 2 ? labels[0] : `${labels.slice(0, -1).join(', ')} oder ${labels.at(-1)}`}?`
      : known.length > 0
        ? `Bekannt sind: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ' …' : ''}.`
        : 'Bisher ist nichts angelegt.'
  const text = `${what} ‚${name.replace(/[‚‘’„“”"]/g, '')}‘ kenne ich nicht. ${meant}`
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      ...(near.length > 0 ? [{ kind: 'actions' as const, actions: [...near] }] : []),
    ],
  }
}
