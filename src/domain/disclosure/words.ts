/** A word of a text and where it stands. */
export interface Word {
  text: string
  from: number
  to: number
  form: 'lower' | 'title' | 'capitals'
  /** Behind the end of a sentence, at the beginning of a line, in quotes: a capital says nothing here. */
  first: boolean
  /** What stands between the word before and this one: a hyphen, a space (or the full stop of "Dr."), something else. */
  after: 'hyphen' | 'space' | 'other'
}

const word =
  /(?<!\p{L})[EeTtUuSsXxZz](?=-\p{Lu}\p{Ll})-\p{L}+|\p{L}[\p{L}\p{M}\d]*(?:['’`´](?=\p{L}{1,20})[\p{L}\p{M}]+)*(?:[*:_/]-?(?:in|innen|n|r)(?!\p{L}))?/gu

/** The words of a text; "Ida-Marie" is two with a hyphen between. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const found of text.matchAll(word)) {
    const between = text.slice(end, found.index)
    words.push({
      text: found[0],
      from: found.index,
      to: found.index + found[0].length,
      form: formOf(found[0]),
      first: words.length === 0 || /[.!?:;\n•|„“"»«>*)(]|(?:^|\s)[-–—](?:\s|$)|\d/u.test(between),
      after:
        words.length === 0
          ? 'other'
          : /^[-‐‑]$/.test(between)
            ? 'hyphen'
            : /^\.?[ \n]$/.test(between)
              ? 'space'
              : 'other',
    })
    end = found.index + found[0].length
  }
  return words
}

function formOf(text: string): Word['form'] {
  if (!/^\p{Lu}/u.test(text)) return 'lower'
  return text.length > 1 && text === text.toUpperCase() ? 'capitals' : 'title'
}

/** How a text uses capitals: in 'none' and 'all' they tell nothing. */
export function capitalsOf(words: readonly Word[]): 'some' | 'none' | 'all' {
  const long = words.filter(each => each.text.length > 2)
  const capitals = long.filter(each => each.form === 'capitals').length
  const titles = long.filter(each => each.form === 'title' && !each.first).length
  if (capitals > long.length * 0.6) return 'all'
  return titles < long.length * 0.04 && long.length > 4 ? 'none' : 'some'
}
