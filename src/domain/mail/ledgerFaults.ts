/** Ways in which the ledger can be wrong in itself. None of them can happen by what the program does. */
export interface LedgerFaults {
  /** Deliveries whose mail is not there. */
  withoutMail: number
  /** Mails that no delivery speaks of. */
  withoutDelivery: number
  /** Mails whose outcome stands on none of their deliveries, or on more than one. */
  unequal: number
  /** Mails that are said to have a Vorgang, but no Vorgang holds them. */
  withoutTicket: number
  /** Kept before `before` and still without an outcome. */
  overdue: number
}
