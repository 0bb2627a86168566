/** What an answer that a person writes needs. */
export interface Correspondence {
  /** Key of the signed thread tokens. */
  secret: string
  /** Host part of our Message-IDs. */
  domain: string
  /** Our own addresses and the lists that lead to our mailbox, lower case: no answer goes there. */
  ownAddresses: ReadonlySet<string>
  /** Whether anything takes letters here: a mail server, or the folder of the demonstration. Without it nothing would ever leave. */
  mailServer: boolean
}
