import type { PlainWords } from './plainWords.ts'

/** A part of the letter that a sign is looked for in. */
export type Zone = 'name' | 'local' | 'domain' | 'subject' | 'body' | 'signature' | 'attachments'

/**
 * One line of a sign table. `any` are patterns over plain words (see plainWords.ts), parted by ";":
 * "*" is any letters inside a word, "…" up to four words of the same sentence ("…2" up to two),
 * "(a|b)" a choice, "(x )?" something optional. A pattern matches whole words.
 */
export interface SignLine<Label extends string> {
  label: Label
  /** Log-odds that the sign adds to its label; below zero it speaks against it. */
  weight: number
  /** What is shown in a channel: the kind of sign, never a word of a letter. */
  kind: string
  in: readonly Zone[]
  any: string
}

export interface Sign<Label extends string> extends SignLine<Label> {
  pattern: RegExp
}

export interface Hit<Label extends string> {
  label: Label
  weight: number
  kind: string
  zone: Zone
  /** The words of the letter, for those who may read it. */
  words: string
}

export type Zones = Partial<Record<Zone, PlainWords>>

export function signs<Label extends string>(lines: readonly SignLine<Label>[]): Sign<Label>[] {
  return lines.map(line => ({ ...line, pattern: patternOf(line.any) }))
}

/**
 * The regular expression of several patterns. Every repetition in it is bounded and stands between
 * words that exclude each other, so its time is linear in the text.
 */
export function patternOf(any: string): RegExp {
  const alternatives = any.split(/;\s*/).map(each =>
    each
      .trim()
      .replace(/\((?!\?)/g, '(?:')
      .replaceAll('*', '[a-z0-9]{0,30}')
      .replace(/ …(\d?) /g, (_, most: string) => `(?: [a-z0-9§]{1,40}){0,${most || 4}} `),
  )
  return new RegExp(` (?:${alternatives.join('|')})(?= )`)
}

/** Every sign that the letter shows, once a sign: the first zone of the sign's list that has it. */
export function hitsOf<Label extends string>(table: readonly Sign<Label>[], zones: Zones): Hit<Label>[] {
  const hits: Hit<Label>[] = []
  for (const sign of table) {
    for (const zone of sign.in) {
      const words = zones[zone]
      const match = words && sign.pattern.exec(words.text)
      if (!match) continue
      hits.push({
        label: sign.label,
        weight: sign.weight,
        kind: sign.kind,
        zone,
        words: words.original(match.index + 1, match.index + match[0].length).slice(0, 120),
      })
      break
    }
  }
  return hits
}
