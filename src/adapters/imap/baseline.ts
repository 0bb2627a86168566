import type { ServerConnection } from './connection.ts'

/** A server's clock may be ahead by so much; a date beyond it was written by an import and says nothing. */
const aheadMilliseconds = 3_600_000

/**
 * The last UID that lay in the folder before anybody watched it; `highest` is the highest that was given out when the folder
 * was opened. Letters may have come between `begunAt`, when watching was first tried, and this connection: because the
 * password was wrong at first, or because a process was killed before it could note where to begin. They are ours. Here alone
 * the server's date of arrival is asked, because there is no UID yet to go on from, and it only ever makes more letters ours:
 * from the first that came since `begunAt`, all are.
 */
export async function baselineOf(
  { client, answered }: ServerConnection,
  highest: number,
  begunAt: string | null,
): Promise<number> {
  if (begunAt === null || highest === 0) return highest
  // The server's date has whole seconds: a letter of the same second is ours.
  const begun = Math.floor(Date.parse(begunAt) / 1000) * 1000
  // SEARCH SINCE knows whole days of the server's zone: a day earlier leaves nothing out.
  const since = await answered(client.search({ since: new Date(begun - 86_400_000) }, { uid: true }))
  const [first] = since || []
  if (first === undefined) return highest
  const mails = await answered(
    client.fetchAll(`${first}:${highest}`, { uid: true, internalDate: true }, { uid: true }),
  )
  const latest = Date.now() + aheadMilliseconds
  const ours = mails.flatMap(({ uid, internalDate }) => {
    const at = new Date(internalDate ?? Number.NaN).getTime()
    return at >= begun && at <= latest && uid <= highest ? [uid] : []
  })
  return ours.length > 0 ? Math.min(...ours) - 1 : highest
}
