/** What an excerpt leaves out, and what stands there instead. */
export const placeholders = {
  name: '[Name]',
  anschrift: '[Anschrift]',
  telefon: '[Telefon]',
  mail: '[Mailadresse]',
  netz: '[Internetadresse]',
  datei: '[Datei]',
  geburtsdatum: '[Geburtsdatum]',
  /** A date that may be one of birth. */
  datum: '[Datum]',
  alter: '[Alter]',
  zeichen: '[Aktenzeichen]',
  konto: '[Konto]',
  kennzeichen: '[Kennzeichen]',
  nummer: '[Nummer]',
  schule: '[Schule]',
  klasse: '[Klasse]',
  gesundheit: '[Gesundheit]',
  herkunft: '[Herkunft]',
  /** A word that is in no list of ordinary words. */
  unbekannt: '[…]',
} as const
export type Removed = keyof typeof placeholders

/** A piece of a text, `from` up to before `to`, in UTF-16 units. */
export interface Found {
  from: number
  to: number
  kind: Removed | 'bleibt'
}

/** What is taken: who comes first keeps a piece, whether to remove it or to let it stand. */
export interface Cover {
  readonly text: string
  /** Takes what of a piece is free; false when something of it is taken already. */
  take(from: number, to: number, kind: Found['kind']): boolean
  /** Takes what of a piece is free. */
  takeFree(from: number, to: number, kind: Found['kind']): void
  /** Gives back what was left standing: "Holm" is a town until "Petra" stands before it. */
  release(from: number, to: number): void
  /** What a place was taken as; null: nobody took it. */
  at(index: number): Found['kind'] | null
  /** Taken pieces to be removed, in order, neighbours of one kind as one. */
  removed(): Found[]
}

export function coverOf(text: string): Cover {
  const kinds: (Found['kind'] | null)[] = new Array(text.length).fill(null)
  return {
    text,
    take(from, to, kind) {
      if (kinds.slice(from, to).some(each => each !== null)) return false
      kinds.fill(kind, from, to)
      return true
    },
    takeFree(from, to, kind) {
      for (let at = from; at < to; at++) kinds[at] ??= kind
    },
    release(from, to) {
      for (let at = from; at < to; at++) if (kinds[at] === 'bleibt') kinds[at] = null
    },
    at: index => kinds[index] ?? null,
    removed() {
      const found: Found[] = []
      for (let at = 0; at < text.length; at++) {
        const kind = kinds[at]
        if (!kind || kind === 'bleibt') continue
        const last = found.at(-1)
        if (last && last.to === at && last.kind === kind) last.to++
        else found.push({ from: at, to: at + 1, kind })
      }
      return found
    },
  }
}

/** Takes every match of a pattern; `part` names the group that is meant, by default all of it. */
export function takeAll(cover: Cover, pattern: RegExp, kind: Found['kind'], part = 0): void {
  for (const found of cover.text.matchAll(pattern)) {
    const text = found[part]
    if (!text) continue
    const from = found.index + found[0].lastIndexOf(text)
    cover.take(from, from + text.length, kind)
  }
}
