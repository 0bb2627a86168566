/** What `kla doctor` found. open: works, but a person should look. */
export interface Finding {
  kind: 'good' | 'open' | 'bad'
  /** What was looked at, e.g. "Postfach". */
  what: string
  /** German, whole, without secrets and personal data. */
  sentence: string
}
