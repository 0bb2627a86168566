/** A step as a person names it. */
export type NamedDeadline =
  /** "F-7": 7. */
  | { kind: 'number'; seq: number; number: string }
  /** Its id ("M5", "K4a") or words of its title. */
  | { kind: 'words'; text: string }
