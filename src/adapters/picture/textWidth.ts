/** Letters of about the same width in Noto Sans, in parts of the size of the text. Measured in the font, rounded up. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[ijlJ.,:;!·'‘‚ ]/, 0.28],
  [/[()[\]fI-]/, 0.34],
  [/[rt/"“„?]/, 0.42],
  [/[zcskxvyFLSE§–]/, 0.53],
  [/[aeäTYZX0-9]/, 0.58],
  [/[bdghnopquöüßKRPVCAÄB]/, 0.63],
  [/[mMW%@—]/, 0.94],
  [/[\p{Script=Latin}&…]/u, 0.79],
]

/**
 * Width of a text in parts of its size, rather too wide than too narrow: a line that ends early looks better than one that
 * runs into the picture. Without a canvas nobody measures for us.
 */
function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += widths.find(([letters]) => letters.test(char))?.[1] ?? 1
  return width
}

/** Bold letters are wider. */
const boldness = 1.07

export interface Writing {
  /** Pixels. */
  size: number
  bold?: boolean
  /** Pixels that a line may take. */
  width: number
  /** The last line ends with "…" when the text does not fit. */
  lines: number
}

/** The lines in which a text is written: broken at spaces and hyphens, a longer word with a hyphen. */
export function linesOf(text: string, writing: Writing): string[] {
  const room = writing.width / writing.size / (writing.bold ? boldness : 1)
  const pieces = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .split(/(?<= )|(?<=\p{L}-)(?=\p{L})/u)
    .flatMap(piece => (widthOf(piece.trimEnd()) > room ? broken(piece, room) : [piece]))
  const lines: string[] = []
  for (const [i, piece] of pieces.entries()) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf((line + piece).trimEnd()) <= room)
      lines[lines.length - 1] = line + piece
    else if (lines.length < writing.lines) lines.push(piece)
    else
      return [...lines.slice(0, -1), ended(line! + pieces.slice(i).join(''), room)].map(each => each.trim())
  }
  return lines.map(line => line.trim()).filter(Boolean)
}

/** A word in pieces that fit, each but the last with a hyphen. */
function broken(word: string, room: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const char of word) {
    if (widthOf(`${piece}${char}-`) > room && piece !== '') {
      pieces.push(`${piece}-`)
      piece = ''
    }
    piece += char
  }
  return [...pieces, piece]
}

function ended(text: string, room: number): string {
  let kept = ''
  for (const char of text) {
    if (widthOf(`${kept}${char}…`) > room) break
    kept += char
  }
  return `${kept.replace(/[\s-]+$/, '')}…`
}
