/** One header field. `raw` is its body as it came, folded, one character a byte. */
export interface Field {
  /** Name in lower case. */
  key: string
  raw: string
}
