/** A place in the file: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[]

/** One thing wrong, before it has a line. */
export interface ProfileFault {
  path: Path
  /** German, goes behind "profil.yaml, Zeile 7: ". */
  sentence: string
  /** Points at the key itself instead of its value. */
  atKey?: boolean
}
