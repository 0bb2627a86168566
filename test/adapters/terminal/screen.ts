/** ESC [ number letter, or a single character. */
const tokens = /\p{Cc}\[\d*[A-Z]|\r|\n|\P{Cc}/gu

/**
 * As much of a terminal as readline needs: prints with wrapping, moves the cursor, clears. What is on the screen
 * afterwards is what a person sees, however many bytes it took.
 */
export class Screen {
  private rows: string[][] = [[]]
  private x = 0
  private y = 0
  private readonly columns: number

  constructor(columns: number) {
    this.columns = columns
  }

  write(bytes: string): this {
    for (const [token] of bytes.matchAll(tokens)) this.obey(token)
    return this
  }

  /** Rows without trailing spaces, and without empty rows at the end. */
  lines(): string[] {
    return this.rows
      .map(row =>
        Array.from(row, c => c ?? ' ')
          .join('')
          .trimEnd(),
      )
      .join('\n')
      .trimEnd()
      .split('\n')
  }

  private obey(token: string) {
    const move = /^\P{L}\[(\d*)([A-Z])$/u.exec(token)
    if (move) return this.move(move[2]!, Number(move[1] || (/[JK]/.test(move[2]!) ? 0 : 1)))
    if (token === '\r') this.x = 0
    else if (token === '\n') this.newRow()
    else {
      if (this.x >= this.columns) this.newRow()
      this.row()[this.x++] = token
    }
  }

  private move(letter: string, n: number) {
    if (letter === 'A') this.y = Math.max(0, this.y - n)
    else if (letter === 'B') this.y += n
    else if (letter === 'C') this.x += n
    else if (letter === 'D') this.x = Math.max(0, this.x - n)
    else if (letter === 'G') this.x = n - 1
    else if (letter === 'K' && n === 0) this.row().length = Math.min(this.row().length, this.x)
    else if (letter === 'J' && n === 0) {
      this.row().length = Math.min(this.row().length, this.x)
      this.rows.length = this.y + 1
    } else throw new Error(`this screen does not know ESC[${n}${letter}`)
  }

  private newRow() {
    this.x = 0
    this.y += 1
    this.row()
  }

  private row(): string[] {
    while (this.rows.length <= this.y) this.rows.push([])
    return this.rows[this.y]!
  }
}
