import type { Letter } from '../letter.ts'

const listHeaders = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-help',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
]

/**
 * Whether a letter came through a mailing list or is a newsletter (RFC 2919 List-Id, RFC 2369 List-Post and others). A post
 * to a list is addressed to its members, not to the office: it is kept and counted, and who also wants an answer of the office
 * writes to it directly, which gives a second copy without these headers. The exception are lists that stand in front of the
 * programme's own mailbox (`ownLists`): what comes through them is for the office.
 */
export function isList({ headers }: Letter, ownLists: readonly string[]): boolean {
  if (!listHeaders.some(name => headers[name] !== undefined)) return false
  const named = `${headers['list-id'] ?? ''} ${headers['list-post'] ?? ''}`.toLowerCase()
  return !ownLists.some(list => {
    const address = list.toLowerCase()
    return named.includes(address) || named.includes(address.replace('@', '.'))
  })
}
