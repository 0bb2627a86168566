/** What letters that leave the house need. */
export interface Outgoing {
  /** Host part of our Message-IDs. */
  domain: string
  /** Who is told of a letter that may be about a child in danger: number only, inside the authority. */
  alarmTo: readonly string[]
  /** Who is told of mail to a running tender: number only. */
  procurementTo: readonly string[]
}
