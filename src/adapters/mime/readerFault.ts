/**
 * We could not read, whatever the mail: no thread starts, or the reader was closed. The mail is as good as before, so it is
 * read again later and never quarantined for it. Any other error that is not UnreadableMail is a bug.
 */
export class ReaderFault extends Error {
  override name = 'ReaderFault'
}
